/* For Wine alone, never in a package: Windows has had icuuc.dll since version 1703, Wine has not. Qt imports these functions for
   old encodings; here every one answers that there is no such encoding. */
#define EXPORT __declspec(dllexport)
typedef int Status;
enum { MISSING = 4 };
static void *none(Status *status) { if (status) *status = MISSING; return 0; }
EXPORT void *ucnv_open(const char *name, Status *status) { return none(status); }
EXPORT const char *ucnv_getName(void *converter, Status *status) { return none(status); }
EXPORT const char *ucnv_getStandardName(const char *name, const char *standard, Status *status) { return none(status); }
EXPORT const char *ucnv_getAvailableName(int number) { return 0; }
EXPORT int ucnv_countAvailable(void) { return 0; }
EXPORT signed char ucnv_getMaxCharSize(void *converter) { return 1; }
EXPORT int ucnv_fromUCountPending(void *converter, Status *status) { return 0; }
EXPORT int ucnv_toUCountPending(void *converter, Status *status) { return 0; }
#define NOTHING(name) EXPORT void name(void) {}
NOTHING(ucnv_close) NOTHING(ucnv_reset) NOTHING(ucnv_fromUnicode) NOTHING(ucnv_toUnicode)
NOTHING(ucnv_getFromUCallBack) NOTHING(ucnv_getToUCallBack) NOTHING(ucnv_setFromUCallBack) NOTHING(ucnv_setToUCallBack)
NOTHING(ucnv_cbFromUWriteUChars) NOTHING(ucnv_cbToUWriteUChars)
NOTHING(UCNV_FROM_U_CALLBACK_SUBSTITUTE) NOTHING(UCNV_TO_U_CALLBACK_SUBSTITUTE)
