import GeneratorSwiftAPI
import GeneratorSwiftSource

extension SwiftComparison {
    mutating func compareMethods() {
        for method in methods.removed {
            if !meansAnother(method, method.name, partner: nil) {
                add(
                    .methodRemoved, methods.subject(method, in: old), "the method was removed; calls of it do not compile",
                    old: method.location, new: nil, operation: method.operationID)
            }
            if let pages = method.pages, !meansAnother(method, pages.name, partner: nil) { addRemoved(pages, of: method, new: nil) }
            if let edit = method.edit { addRemoved(edit, of: method, new: nil) }
            if method.window != nil { addRemovedWindow(of: method, new: nil) }
        }
        for (old, new) in methods.pairs { compare(old, new) }
        // If every call of a removed method compiles as a call of a new one, that is reported with the removed method.
        let meant = Set(
            methods.removed.flatMap(SwiftCall.calls(of:)).compactMap { target(of: $0, partner: nil) }.filter(\.isForAll)
                .map(\.call.method.identity))
        for method in methods.added where !meant.contains(method.identity) {
            add(
                .methodAdded, methods.subject(method, in: new), "a new method", old: nil, new: method.location,
                operation: method.operationID)
            if let pages = method.pages { addNew(pages, of: method, old: nil) }
            if let edit = method.edit { addNew(edit, of: method, old: nil) }
            if method.window != nil { addNewWindow(of: method, old: nil) }
        }
    }

    /// `true` if all calls with that name compile, but resolve to a method other than the counterpart of the old one.
    private func meansAnother(_ method: Method, _ name: String, partner: Method?) -> Bool {
        guard let call = SwiftCall.calls(of: method).first(where: { $0.name == name }), let target = target(of: call, partner: partner)
        else { return false }
        return target.isForAll && !target.call.method.isSame(as: partner)
    }

    /// `true` if every call of the old name compiles and resolves to the new method.
    private func areCallsKept(from old: (method: Method, name: String), to new: (method: Method, name: String)) -> Bool {
        guard let call = SwiftCall.calls(of: old.method).first(where: { $0.name == old.name }),
            let target = target(of: call, partner: new.method)
        else { return false }
        return target.isForAll && target.call.name == new.name && target.call.method.isSame(as: new.method)
    }

    private mutating func compare(_ old: Method, _ new: Method) {
        let subject = methods.subject(old, in: self.old)
        compareName(subject, old, old.name, new, new.name)
        compareDeprecation(old, new, subject)
        let arguments = ArgumentComparison(
            old.arguments, new.arguments, byLabel: areCallsKept(from: (old, old.name), to: (new, new.name)), types: self)
        for deviation in arguments.deviations { add(deviation, of: old, new, subject) }
        compareResult(old, new, subject)
        comparePages(old, new, besides: arguments.deviations)
        compareEdits(old, new, besides: arguments.deviations)
        compareWindows(old, new)
    }

    mutating func add(_ deviation: ArgumentComparison.Deviation, of old: Method, _ new: Method, _ subject: String) {
        add(
            deviation.check, deviation.argument.isEmpty ? subject : "\(subject) argument \(deviation.argument)", deviation.text,
            old: deviation.old ?? old.location,
            new: deviation.new ?? new.location, operation: new.operationID, replacement: deviation.replacement,
            referrers: deviation.movers.map { "\(subject) argument \($0)" })
    }

    mutating func compareName(_ subject: String, _ old: Method, _ oldName: String, _ new: Method, _ newName: String) {
        if meansAnother(old, oldName, partner: new) { return }
        if oldName != newName {
            add(
                .methodRenamed, subject, "the method was renamed to \(newName); calls of \(oldName) do not compile", old: old.location,
                new: new.location, operation: new.operationID, replacement: newName)
        }
        if (methods.renamedGroups[old.group] ?? old.group) != new.group {
            add(
                .methodMoved, subject, "the method moved from the group \(old.group) to \(new.group); calls of it there do not compile",
                old: old.location, new: new.location, operation: new.operationID, replacement: "\(new.group).\(newName)")
        }
    }

    private mutating func compareDeprecation(_ old: Method, _ new: Method, _ subject: String) {
        switch (old.deprecation, new.deprecation) {
        case (nil, let message?):
            add(
                .methodDeprecated, subject, "it was deprecated: \(message)", old: old.location, new: new.location,
                operation: new.operationID)
        case (_?, nil):
            add(
                .methodReactivated, subject, "it is no longer deprecated", old: old.location, new: new.location,
                operation: new.operationID)
        default: break
        }
    }

    // MARK: Results

    /// Returns `true` if both streams have the same values in the same form.
    private func isSame(_ old: Method.Stream, _ new: Method.Stream) -> Bool {
        switch (old, new) {
        case (.lines(let old), .lines(let new)), (.events(let old), .events(let new)): difference(from: old, to: new) == nil
        case (.textEvents, .textEvents): true
        default: false
        }
    }

    private mutating func compareResult(_ old: Method, _ new: Method, _ subject: String) {
        let deviation: (SwiftCheck, String)?
        switch (old.result, new.result) {
        case (.nothing, .nothing), (.file, .file), (.redirect, .redirect): deviation = nil
        case (.stream(let old), .stream(let new)) where isSame(old, new): deviation = nil
        case (.nothing, _): deviation = (.resultAdded, "it now returns \(new.resultWords(in: self.new)); it returned nothing")
        case (_, .nothing): deviation = (.resultRemoved, "it no longer returns anything; code that uses the result does not compile")
        case (.file, _), (_, .file), (.redirect, _), (_, .redirect), (.stream, _), (_, .stream):
            deviation = (.resultTypeChanged, "its result changed from \(old.resultWords(in: self.old)) to \(new.resultWords(in: self.new))")
        default:
            deviation = old.result.type.flatMap { oldType in
                new.result.type.flatMap { newType in
                    let words = "its result changed from \(oldType.source(in: self.old.name)) to \(newType.source(in: self.new.name))"
                    return switch difference(from: oldType, to: newType) {
                    case nil: nil
                    case .becameOptional: (.resultBecameOptional, words + "; code that uses it without unwrapping does not compile")
                    case .becameRequired: (.resultBecameRequired, words + "; code that unwraps it does not compile")
                    case .changed: (.resultTypeChanged, words)
                    }
                }
            }
        }
        if let (check, text) = deviation {
            add(check, subject, text, old: old.location, new: new.location, operation: new.operationID)
        }
        // The result of a method that returns nothing can always be ignored.
        if old.isResultDiscardable || old.result == .nothing, !new.isResultDiscardable, new.result != .nothing {
            add(
                .resultMustBeUsed, subject, "the compiler now warns if its result is unused", old: old.location, new: new.location,
                operation: new.operationID)
        }
    }

    // MARK: Pages

    /// Compares the variants that iterate over all pages. Changes of arguments shared with the base method are reported there.
    private mutating func comparePages(_ old: Method, _ new: Method, besides deviations: [ArgumentComparison.Deviation]) {
        guard let oldPages = old.pages else {
            if let newPages = new.pages { addNew(newPages, of: new, old: old) }
            return
        }
        guard let newPages = new.pages else { return addRemoved(oldPages, of: old, new: new) }
        let subject = methods.subject(old, in: self.old, name: oldPages.name)
        if oldPages.name != newPages.name { compareName(subject, old, oldPages.name, new, newPages.name) }
        if difference(from: oldPages.element, to: newPages.element) != nil {
            add(
                .resultTypeChanged, subject,
                "its elements were \(oldPages.element.source(in: self.old.name)) and are \(newPages.element.source(in: self.new.name)) now",
                old: old.location, new: new.location, operation: new.operationID)
        }
        let arguments = ArgumentComparison(
            old.arguments(of: oldPages), new.arguments(of: newPages),
            byLabel: areCallsKept(from: (old, oldPages.name), to: (new, newPages.name)), types: self)
        for deviation in arguments.deviations
        where !deviations.contains(where: { $0.check == deviation.check && $0.argument == deviation.argument }) {
            add(deviation, of: old, new, subject)
        }
    }

    private mutating func addNew(_ pages: Method.Pages, of method: Method, old: Method?) {
        add(
            .methodAdded, methods.subject(method, in: new, name: pages.name), "a new method that goes through every page",
            old: old?.location, new: method.location, operation: method.operationID)
    }

    private mutating func addRemoved(_ pages: Method.Pages, of method: Method, new: Method?) {
        add(
            .methodRemoved, methods.subject(method, in: old, name: pages.name),
            "the method that goes through every page was removed; calls of it do not compile", old: method.location, new: new?.location,
            operation: method.operationID)
    }
}

extension Method {
    fileprivate func resultWords(in api: API) -> String {
        if result == .file { return "a Download" }
        if result == .redirect { return "a Redirect" }
        return result.stream == nil ? result.type?.source(in: api.name) ?? "nothing" : "an EventStream"
    }
}
