import GeneratorOpenAPI
import GeneratorYAML

extension ValueComparison {
    /// Compares the constraints that apply to values of both sides.
    mutating func compareLimits() {
        let (before, after) = (old.limits, new.limits)
        compareBounds(before, after)
        compare(before.minLength, after.minLength, isLower: true, "min-length", "character")
        compare(before.maxLength, after.maxLength, isLower: false, "max-length", "character")
        compare(before.minItems, after.minItems, isLower: true, "min-items", "item")
        compare(before.maxItems, after.maxItems, isLower: false, "max-items", "item")
        compare(before.minProperties, after.minProperties, isLower: true, "min-properties", "member")
        compare(before.maxProperties, after.maxProperties, isLower: false, "max-properties", "member")
        comparePatterns(before.patterns, after.patterns)
        if before.uniqueItems != after.uniqueItems {
            note(
                after.uniqueItems ? .uniqueItemsSet : .uniqueItemsUnset, isTighter: after.uniqueItems,
                after.uniqueItems ? "items must be unique now" : "items need not be unique any longer")
        }
        compareMultiples(before.multipleOf, after.multipleOf)
    }

    private mutating func compareBounds(_ before: Limits, _ after: Limits) {
        switch (before.lower, after.lower) {
        case (nil, let bound?): note(.minSet, isTighter: true, "at least \(bound.text) now")
        case (let bound?, nil): note(.minUnset, isTighter: false, "no longer at least \(bound.text)")
        case (let left?, let right?):
            switch Order.lower(left, right) {
            case .less: note(.minIncreased, isTighter: true, "at least \(right.text) now, \(left.text) before")
            case .greater: note(.minDecreased, isTighter: false, "at least \(right.text) now, \(left.text) before")
            case .equal: break
            }
        case (nil, nil): break
        }
        switch (before.upper, after.upper) {
        case (nil, let bound?): note(.maxSet, isTighter: true, "at most \(bound.text) now")
        case (let bound?, nil): note(.maxUnset, isTighter: false, "no longer at most \(bound.text)")
        case (let left?, let right?):
            switch Order.upper(left, right) {
            case .less: note(.maxIncreased, isTighter: false, "at most \(right.text) now, \(left.text) before")
            case .greater: note(.maxDecreased, isTighter: true, "at most \(right.text) now, \(left.text) before")
            case .equal: break
            }
        case (nil, nil): break
        }
    }

    private mutating func compare(_ before: Int?, _ after: Int?, isLower: Bool, _ name: String, _ unit: String) {
        guard before != after else { return }
        let plural = unit + "s"
        func count(_ number: Int) -> String { "\(number) \(number == 1 ? unit : plural)" }
        let word = isLower ? "at least" : "at most"
        let (change, text): (String, String)
        switch (before, after) {
        case (nil, let after?): (change, text) = ("set", "\(word) \(count(after)) now")
        case (let before?, nil): (change, text) = ("unset", "no longer \(word) \(count(before))")
        case (let before?, let after?):
            (change, text) = (before < after ? "increased" : "decreased", "\(word) \(count(after)) now, \(before) before")
        case (nil, nil): return
        }
        guard let check = ValueCheck(rawValue: "\(name)-\(change)") else { return }
        let isTighter = change == "set" || change == (isLower ? "increased" : "decreased")
        note(check, isTighter: isTighter, text)
    }

    private mutating func comparePatterns(_ before: Set<String>, _ after: Set<String>) {
        guard before != after else { return }
        let (gone, new) = (before.subtracting(after).sorted(), after.subtracting(before).sorted())
        func list(_ patterns: [String]) -> String { patterns.map(\.doubleQuoted).joined(separator: " and ") }
        if gone.isEmpty {
            note(.patternAdded, isTighter: true, "must match \(list(new)) now")
        } else if new.isEmpty {
            note(.patternRemoved, isTighter: false, "need not match \(list(gone)) any longer")
        } else {
            add(
                .patternChanged, .risky, "must match \(list(new)) now, \(list(gone)) before; only a person can tell which is stricter",
                aspect: .limits)
        }
    }

    private mutating func compareMultiples(_ before: Number?, _ after: Number?) {
        switch (before, after) {
        case (nil, nil): break
        case (nil, let after?): note(.multipleOfSet, isTighter: true, "a multiple of \(after.text) now")
        case (let before?, nil): note(.multipleOfUnset, isTighter: false, "no longer a multiple of \(before.text)")
        case (let before?, let after?):
            guard before != after else { return }
            let text = "a multiple of \(after.text) now, of \(before.text) before"
            // A multiple of 10 is also a multiple of 5.
            switch (after.isMultiple(of: before), before.isMultiple(of: after)) {
            case (true, _): note(.multipleOfChanged, isTighter: true, text)
            case (_, true): note(.multipleOfChanged, isTighter: false, text)
            // Each constraint permits values that the other rejects.
            case (false, false): note(.multipleOfChanged, isTighter: target.isRequest, text)
            }
        }
    }

    private mutating func note(_ check: ValueCheck, isTighter: Bool, _ text: String) {
        switch (isTighter, target.isRequest) {
        case (true, true): add(check, .breaking, "\(text); requests with anything else are rejected", aspect: .limits)
        case (false, true): add(check, .compatible, "\(text); existing requests are still accepted", aspect: .limits)
        case (true, false): add(check, .compatible, "\(text); responses stay within what was possible before", aspect: .limits)
        case (false, false):
            add(check, .risky, "\(text); clients do not check it, but code may rely on it", aspect: .limits)
        }
    }
}
