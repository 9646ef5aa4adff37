/* Where Windows enters a library that has nothing to begin with and uses no C library. */
int __stdcall DllMainCRTStartup(void *module, unsigned reason, void *reserved) { return 1; }
