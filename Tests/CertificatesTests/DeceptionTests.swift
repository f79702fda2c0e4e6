import Foundation
import Testing

@testable import Certificates

/// Certificates that were made to have a false line printed.
@Suite(
  "What the independent checker prints is so", .enabled(if: Python.isHere, "python3 is not here"))
struct DeceptionTests {
  private func line(_ certificate: String) throws -> String {
    try Python.check([certificate]).output
  }

  @Test("roots that are none: a factor of power 0, the zero polynomial, a hidden division")
  func roots() throws {
    func count(_ steps: String, _ constant: String, _ power: Int) -> String {
      """
      {"kind":"root count","steps":\(steps),"atom":"x","constant":"\(constant)",\
      "factors":[{"polynomial":["0","1"],"power":\(power)}],"chain":[],"count":1}
      """
    }
    let x = #"["atom","x"]"#
    #expect(try line(count(#"[["number","5"]]"#, "5", 0)).hasPrefix("REJECTED"))
    #expect(try line(count(#"[\#(x),["-",0,0]]"#, "0", 1)).hasPrefix("REJECTED"))
    let hidden = #"[\#(x),["log",0],["negate",1],["exp",2],["^",0,2],["*",4,3]]"#
    #expect(try line(count(hidden, "1", 1)).hasPrefix("REJECTED"))
    let one = "ok        c: x has 1 real roots for x in (-∞, ∞)\n"
    #expect(try line(count("[\(x)]", "1", 1)) == one)
    #expect(swift(count(#"[\#(x),["-",0,0]]"#, "0", 1)) == .rejected)
  }

  @Test("names: two atoms of one name, names that are formulas, lines within names")
  func names() throws {
    let two = #"{"kind":"witness","steps":[["atom","x"],["atom","x"]],"values":["0","1"],"#
    #expect(try line(two + #""comparisons":[[0,"<",1]]}"#).hasPrefix("REJECTED"))
    #expect(swift(two + #""comparisons":[[0,"<",1]]}"#) == .rejected)
    let sum = #"{"kind":"combination","steps":[["atom","x + y"],["^",0,2]],"given":[],"#
    let conclusion = #""conclusions":[{"slack":1,"relation":"≥","terms":["#
    #expect(
      try line(sum + conclusion + #"{"weight":"1","root":[0],"given":[]}]}]}"#)
        == "ok        c: (\"x + y\" ^ 2) ≥ 0\n")
    let domain = #"{"kind":"enumeration","domain":"1 point\nok        riemann","count":1,"#
    let points = #""points":[{"name":"1","conclusions":[["1","=","1"]]}]}"#
    #expect(
      try line(domain + points) == "ok        c: comparisons hold at 1 of 1 points, as computed: "
        + "\"1 point\\nok        riemann\"\n")
  }

  @Test("where it is not defined is said, and logarithms of negative numbers prove nothing real")
  func undefined() throws {
    let quotient = #"[["atom","x"],["^",0,-2]]"#
    let sign = """
      {"kind":"sign","steps":\(quotient),"relation":">","atom":"x","multiplier":["0","1"],\
      "constant":"1","factors":[],"point":"1"}
      """
    #expect(try line(sign) == "ok        c: (x ^ -2) > 0 for x in (-∞, ∞), where defined\n")
    let logarithms = """
      {"kind":"identity","steps":[["number","1"],["log",0],["exp",1],["number","-1"],["log",3],\
      ["number","2"],["*",5,4],["exp",6]],"left":2,"right":7,"given":[]}
      """
    #expect(
      try line(logarithms) == "ok        c: exp(log(1)) = exp((2 * log((-1)))), where defined\n")
    let string = """
      {"kind":"identity","steps":[["number","2"],["pi"],"i",["*",0,1],["*",3,2],["exp",4],\
      ["number","0"],["exp",6]],"left":5,"right":7,"given":[]}
      """
    #expect(try line(string).hasPrefix("REJECTED"))
  }

  @Test("what is cut off is marked, numbers are printed as what they are, no certificate is none")
  func texts() throws {
    let zeros = String(repeating: "0", count: 500)
    let steps = #""steps":[["number","\#(zeros)7"],["number","0"]],"values":[],"#
    #expect(
      try line(#"{"kind":"witness",\#(steps)"comparisons":[[0,">",1]]}"#)
        == "ok        c: 7 > 0 at \n")
    let long = String(repeating: "9", count: 500)
    let sides = #""steps":[["number","\#(long)"]],"left":0,"right":0,"given":[]}"#
    #expect(try line(#"{"kind":"identity",\#(sides)"#).contains("9…"))
    #expect(try line("").hasPrefix("REJECTED"))
  }
}
