// The C library's elementary functions, under names of our own: the one place that imports it.
// Each is faithful to the last place or two only; ``LibmError`` holds the table.

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

func machineExp(_ x: Double) -> Double { exp(x) }
func machineExpMinus1(_ x: Double) -> Double { expm1(x) }
func machineLog(_ x: Double) -> Double { log(x) }
func machineLog1Plus(_ x: Double) -> Double { log1p(x) }
func machinePower(_ x: Double, _ y: Double) -> Double { pow(x, y) }
func machineSin(_ x: Double) -> Double { sin(x) }
func machineCos(_ x: Double) -> Double { cos(x) }
func machineTan(_ x: Double) -> Double { tan(x) }
func machineSinh(_ x: Double) -> Double { sinh(x) }
func machineCosh(_ x: Double) -> Double { cosh(x) }
func machineTanh(_ x: Double) -> Double { tanh(x) }
func machineAtan(_ x: Double) -> Double { atan(x) }
func machineErf(_ x: Double) -> Double { erf(x) }
func machineErfc(_ x: Double) -> Double { erfc(x) }
func machineHypot(_ x: Double, _ y: Double) -> Double { hypot(x, y) }
func machineAtan2(_ y: Double, _ x: Double) -> Double { atan2(y, x) }
func machineScale(_ x: Double, _ exponent: Int) -> Double { scalbn(x, Int32(clamping: exponent)) }
