extension ClockifySandboxServer {
    /// The reason why a server did not start.
    public enum StartError: Error, Hashable, Sendable, CustomStringConvertible {
        /// Another program listens on the port.
        case portTaken(UInt16)
        /// The system refuses to listen, for the given reason.
        case cannotListen(String)

        /// The reason as a sentence.
        public var description: String {
            switch self {
            case .portTaken(let port): "port \(port) is taken: another program listens on it"
            case .cannotListen(let reason): "the sandbox cannot listen: \(reason)"
            }
        }
    }
}
