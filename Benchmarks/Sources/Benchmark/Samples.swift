/// Measurements of the same thing.
struct Samples {
    var values: [Double] = []

    var best: Double { values.min() ?? .nan }
    var worst: Double { values.max() ?? .nan }

    var median: Double {
        guard !values.isEmpty else { return .nan }
        let sorted = values.sorted()
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }

    /// Measurement by measurement: how many times the other's this is.
    func ratios(to other: Samples) -> Samples {
        Samples(values: zip(values, other.values).map { $0 / $1 })
    }
}
