import Soutien
import Testing

@testable import HTTPClient

/// A client in front of a real TLS server, whose certificate it makes itself.
struct CertificateTests {
  @Test("a certificate is believed when its authority is given, for its own host only")
  func authorities() async throws {
    let server = try await ServeurTLS.lancer()
    let address = try #require(HTTPAddress("https://localhost:\(server.port)/page"))
    let otherName = try #require(HTTPAddress("https://127.0.0.1:\(server.port)/page"))

    await #expect { try await HTTPClient().get(address) } throws: { isRefusal($0) }
    var configuration = HTTPClientConfiguration()
    configuration.authorities = server.certificate
    let client = HTTPClient(configuration)
    #expect(try await client.get(address).text == "bonjour")
    await #expect { try await client.get(otherName) } throws: { isRefusal($0) }
    configuration.authorities = "/absent.pem"
    let lost = HTTPClient(configuration)
    await #expect { try await lost.get(address) } throws: { error in
      guard case .unusable = error as? HTTPClientError else { return false }
      return true
    }
  }

  @Test("what is asked over TLS is not continued in clear")
  func downgrade() async throws {
    let server = try await ServeurTLS.lancer()
    var configuration = HTTPClientConfiguration()
    configuration.authorities = server.certificate
    configuration.redirectionLimit = 1
    let client = HTTPClient(configuration)
    let address = try #require(HTTPAddress("https://localhost:\(server.port)/ailleurs"))
    await #expect(throws: HTTPClientError.redirectionRefused) { try await client.get(address) }
  }
}

private func isRefusal(_ error: any Error) -> Bool {
  guard case .certificateRefused = error as? HTTPClientError else { return false }
  return true
}
