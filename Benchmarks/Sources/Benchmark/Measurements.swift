/// Repeated measurements of the same thing.
struct Measurements {
    var values: [Double] = []

    var best: Double { values.min() ?? .nan }
    var worst: Double { values.max() ?? .nan }

    var median: Double {
        guard !values.isEmpty else { return .nan }
        let sorted = values.sorted()
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }

    /// Returns the ratios of these measurements to the others, in pairs.
    func ratios(to other: Measurements) -> Measurements {
        Measurements(values: zip(values, other.values).map { $0 / $1 })
    }
}
