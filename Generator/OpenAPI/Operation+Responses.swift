extension Operation {
    /// The JSON that a webhook or a callback receives.
    package var events: [MediaType] { body?.content.filter(\.isJSON) ?? [] }

    /// The responses that a client decodes: the successful ones, or redirects if there are no others, or the default response.
    package var answers: [Response] {
        let successes = responses.filter(\.isSuccess)
        guard successes.isEmpty else { return successes }
        return redirects.isEmpty ? responses.filter { $0.status == "default" } : redirects
    }

    /// The redirects of an operation that documents no success.
    ///
    /// The client follows the redirects of a GET. For a write, it returns the location to the caller.
    package var redirects: [Response] {
        guard ![.head, .options, .trace].contains(method), !responses.contains(where: \.isSuccess) else { return [] }
        return responses.filter { ["301", "302", "303", "307", "308", "3XX"].contains($0.status) }
    }

    /// The responses that say why a call failed.
    package var failures: [Response] {
        responses.filter { response in
            guard !response.isSuccess, !response.status.hasPrefix("1"), !response.status.hasPrefix("3") else { return false }
            return response.status != "default" || !answers.contains { $0.status == "default" }
        }
    }
}
