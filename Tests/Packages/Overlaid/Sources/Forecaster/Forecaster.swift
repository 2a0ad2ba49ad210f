import HTTPTypes
import Weather

/// Calls the generated client of a foreign API.
@main
struct Forecaster {
    struct Sky: ClientTransport {
        func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
            let answers = [
                "/api/v3/stations/s1": #"{"id": "s1", "nm": "Harbour"}"#,
                "/api/v3/forecasts/s1?d=3": #"{"stationId": "s1", "degrees": 18.5}"#,
            ]
            guard request.authority == "weather.example", let answer = request.path.flatMap({ answers[$0] }) else {
                preconditionFailure("unexpected request: \(request)")
            }
            return TransportResponse(head: HTTPResponse(status: .ok), body: Array(answer.utf8))
        }
    }

    static func main() async throws {
        let weather = Weather(transport: Sky())
        let station = try await weather.stations.get("s1")
        let forecast = try await weather.forecasts.get(station: station.id, days: 3)
        precondition(station.name == "Harbour" && forecast.degrees == 18.5)
        print("\(station.name ?? station.id): \(forecast.degrees) degrees")
    }
}
