/* For Wine alone, never in a package: functions of Windows' C library that Wine 10 has by name only, and numpy calls when it is
   imported. All others are handed on to Wine's own library, see scripts/windows/bed.py. */
#define EXPORT __declspec(dllexport)
typedef struct { float real, imaginary; } Single;
typedef struct { double real, imaginary; } Double;
EXPORT float crealf(Single z) { return z.real; }
EXPORT float cimagf(Single z) { return z.imaginary; }
EXPORT double creal(Double z) { return z.real; }
EXPORT double cimag(Double z) { return z.imaginary; }
EXPORT double creall(Double z) { return z.real; } /* Microsoft's long double is a double */
EXPORT double cimagl(Double z) { return z.imaginary; }
