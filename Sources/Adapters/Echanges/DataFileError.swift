public import JSON
public import Text

/// Why a data file cannot be read: it is not text, not JSON, or not the format expected.
public indirect enum DataFileError: Error, Sendable {
  case text(UTF8TextError)
  case syntax(JSONSyntaxError)
  case decoding(JSONDecodingError)
  /// Something named in the file cannot be used.
  case unusable(String)
  /// A fault of another file, named in this one.
  case inFile(String, DataFileError)

  /// Where in the file, when one place can be named.
  public var position: TextPosition? {
    switch self {
    case .text(let error): error.position
    case .syntax(let error): error.position
    case .decoding(let error): error.position
    case .unusable, .inFile: nil
    }
  }

  /// Reads the bytes of a file as JSON and decodes them.
  static func decode<Value>(
    _ bytes: [UInt8],
    comments: Bool = false,
    _ body: (JSONCursor) throws(JSONDecodingError) -> Value,
  ) throws(DataFileError) -> Value {
    let cursor = try parse(bytes, comments: comments)
    do throws(JSONDecodingError) {
      return try body(cursor)
    } catch {
      throw .decoding(error)
    }
  }

  /// Turns the bytes of a file into a value to decode.
  private static func parse(_ bytes: [UInt8], comments: Bool = false) throws(DataFileError)
    -> JSONCursor
  {
    let text: String
    do throws(UTF8TextError) { text = try decodeUTF8Text(bytes) } catch { throw .text(error) }
    do throws(JSONSyntaxError) {
      return JSONCursor(try JSONNode(parsing: text, comments: comments))
    } catch {
      throw .syntax(error)
    }
  }
}

extension DataFileError: CustomStringConvertible {
  /// The fault in French, without its line and column.
  public var description: String {
    switch self {
    case .text(let error): error.phrase
    case .syntax(let error): error.description
    case .decoding(let error): error.description
    case .unusable(let reason): reason
    case .inFile(let name, let error):
      "\(name)\(error.position.map { ":\($0)" } ?? "") : \(error.description)"
    }
  }
}
