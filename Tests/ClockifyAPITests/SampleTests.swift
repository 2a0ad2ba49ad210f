import Testing

@Suite("Every documented sample")
struct SampleTests {
    @Test("is read, or written, without loss", arguments: documentedSamples)
    func sample(_ sample: Sample) {
        let difference = sample.difference()
        #expect(difference == nil, "\(sample.operation) at \(sample.place): \(difference ?? "")")
    }

    @Test("is a test case")
    func count() {
        #expect(documentedSamples.count > 50)
    }
}
