/* The python.exe of the trial: python311.dll has all of it. */
#include <windows.h>
typedef int (*Main)(int, wchar_t **);
int main(void) {
    int count;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
    HMODULE library = LoadLibraryW(L"python311.dll");
    Main start = library ? (Main)GetProcAddress(library, "Py_Main") : 0;
    return start ? start(count, words) : 111;
}
