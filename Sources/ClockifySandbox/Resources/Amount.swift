import ClockifyRuntime

extension JSONValue {
    /// Returns an amount in whole minor units, rounded half away from zero.
    static func amount(_ value: Double) -> JSONValue { .integer(wholeAmount(value)) }

    static func wholeAmount(_ value: Double) -> Int64 {
        // Beyond this, a Double has no exact counterpart.
        let most = 9.2e18
        return value.isNaN ? 0 : Int64(min(max(value.rounded(), -most), most))
    }
}

extension [String: JSONValue] {
    /// The members that have a value.
    var present: [String: JSONValue] { filter { !$0.value.isNull } }
}
