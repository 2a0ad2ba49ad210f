import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// Forwards the events of a session to the exchange that they belong to.
final class SessionDelegate: NSObject, URLSessionDataDelegate, Sendable {
    private let exchanges = Lock<[Int: SessionExchange]>([:])
    private let challenge: URLSessionTransport.Challenge?

    /// - Parameter challenge: Never called on Linux, where the session sends no trust challenges.
    init(challenge: URLSessionTransport.Challenge?) { self.challenge = challenge }

    func add(_ exchange: SessionExchange, for identifier: Int) {
        exchanges.withLock { $0[identifier] = exchange }
    }

    private func exchange(of task: URLSessionTask) -> SessionExchange? {
        exchanges.withLock { $0[task.taskIdentifier] }
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        exchange(of: dataTask)?.received(response)
        completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        exchange(of: dataTask)?.received(data)
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        let exchange = exchanges.withLock { $0.removeValue(forKey: task.taskIdentifier) }
        exchange?.ended(error)
    }

    /// Does not follow redirects: the client decides about them.
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
        completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
        completionHandler: @escaping @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
    ) {
        #if canImport(FoundationNetworking)
        // On Linux, the session only asks for a user name and a password, after the whole response has arrived. That response is the
        // result. Rejecting ends the task as if it were cancelled, and waits for this thread.
        exchange(of: task)?.ended(nil)
        DispatchQueue.global().async { completionHandler(.rejectProtectionSpace, nil) }
        #else
        let trust: Set = [NSURLAuthenticationMethodServerTrust, NSURLAuthenticationMethodClientCertificate]
        // All other challenges are part of HTTP, such as for a user name and a password. The response with the challenge is the result.
        guard trust.contains(challenge.protectionSpace.authenticationMethod) else {
            return completionHandler(.rejectProtectionSpace, nil)
        }
        guard let answer = self.challenge else { return completionHandler(.performDefaultHandling, nil) }
        let question = Unchecked(challenge)
        Task {
            let (disposition, credential) = await answer(question.value)
            completionHandler(disposition, credential)
        }
        #endif
    }
}

#if !canImport(FoundationNetworking)
/// A value that its owner hands over and does not use again.
private struct Unchecked<Value>: @unchecked Sendable {
    // The session creates a challenge for one delegate call and does not use it elsewhere.
    let value: Value
    init(_ value: Value) { self.value = value }
}
#endif
