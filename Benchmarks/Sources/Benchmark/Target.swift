/// The target of a figure.
enum Target {
    case atMost(Double, unit: String)
    case atLeast(Double, unit: String)

    func isMet(by value: Double) -> Bool {
        switch self {
        case .atMost(let bound, _): value <= bound
        case .atLeast(let bound, _): value >= bound
        }
    }

    var description: String {
        switch self {
        case .atMost(let bound, let unit): "≤ \(bound.short) \(unit)"
        case .atLeast(let bound, let unit): "≥ \(bound.short) \(unit)"
        }
    }
}

extension Double {
    /// The number with at most three significant digits: `0.43`, `12.5`, `311`.
    var short: String {
        let decimals = magnitude < 10 ? 2 : magnitude < 100 ? 1 : 0
        var text = fixed(decimals)
        if text.contains(".") {
            while text.hasSuffix("0") { text.removeLast() }
            if text.hasSuffix(".") { text.removeLast() }
        }
        return text
    }

    /// Returns the number with a fixed number of decimals.
    func fixed(_ decimals: Int) -> String {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let scaled = Int((magnitude * scale).rounded())
        let digits = String(scaled)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let sign = self < 0 && scaled != 0 ? "-" : ""
        return decimals == 0 ? sign + padded : sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }
}
