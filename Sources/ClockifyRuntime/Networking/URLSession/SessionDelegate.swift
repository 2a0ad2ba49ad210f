import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// Hands what a session tells to the exchange that it is about.
final class SessionDelegate: NSObject, URLSessionDataDelegate, Sendable {
    private let exchanges = Lock<[Int: SessionExchange]>([:])
    private let challenge: URLSessionTransport.Challenge?

    /// - Parameter challenge: Never called on Linux, where the session does not ask whom to trust.
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

    /// Redirects are the client's to decide.
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
        // Here the session asks for a name and a password only, once all of the answer has come. The answer is the answer. Rejecting ends
        // the task as if it had been cancelled, and waits for this thread.
        exchange(of: task)?.ended(nil)
        DispatchQueue.global().async { completionHandler(.rejectProtectionSpace, nil) }
        #else
        let trust: Set = [NSURLAuthenticationMethodServerTrust, NSURLAuthenticationMethodClientCertificate]
        // What else is asked for is HTTP's, such as a name and a password. The answer that asks is the answer.
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
/// A value that its owner gives away and does not touch again.
private struct Unchecked<Value>: @unchecked Sendable {
    // A challenge is made for one question and handed to one answer; the session keeps it for nobody else.
    let value: Value
    init(_ value: Value) { self.value = value }
}
#endif
