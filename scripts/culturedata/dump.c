// Writes what .NET reads from ICU for every culture, one block each.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uloc.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/unum.h>
#include <unicode/ucal.h>
#include <unicode/ucurr.h>
#include <unicode/ustring.h>
#include <unicode/ulocdata.h>

static void put(const char *key, const UChar *s) {
    char buf[2048]; UErrorCode e = U_ZERO_ERROR; int32_t n;
    u_strToUTF8(buf, sizeof buf, &n, s, -1, &e);
    printf("%s=%s\n", key, U_SUCCESS(e) ? buf : "");
}
static void putf(const char *key, const char *loc, UDateFormatStyle t, UDateFormatStyle d) {
    UErrorCode e = U_ZERO_ERROR; UChar p[256];
    UDateFormat *f = udat_open(t, d, loc, NULL, 0, NULL, 0, &e);
    int32_t n = udat_toPattern(f, 0, p, 256, &e); p[n] = 0; put(key, p); udat_close(f);
}
static void symbols(const char *key, UDateFormat *f, UDateFormatSymbolType t, int from) {
    UErrorCode e = U_ZERO_ERROR;
    int32_t n = udat_countSymbols(f, t);
    printf("%s=", key);
    for (int i = from; i < n; i++) {
        UChar s[256]; char b[1024]; int32_t len; e = U_ZERO_ERROR;
        int32_t k = udat_getSymbols(f, t, i, s, 256, &e); s[k] = 0;
        u_strToUTF8(b, sizeof b, &len, s, -1, &e);
        printf("%s%s", i > from ? "|" : "", b);
    }
    printf("\n");
}
static void best(const char *key, const char *loc, const char *skel) {
    UErrorCode e = U_ZERO_ERROR; UChar sk[32], p[256];
    u_charsToUChars(skel, sk, strlen(skel) + 1);
    UDateTimePatternGenerator *g = udatpg_open(loc, &e);
    int32_t n = udatpg_getBestPattern(g, sk, -1, p, 256, &e); p[n] = 0; put(key, p); udatpg_close(g);
}
static void sym(const char *key, UNumberFormat *f, UNumberFormatSymbol s) {
    UErrorCode e = U_ZERO_ERROR; UChar p[64];
    int32_t n = unum_getSymbol(f, s, p, 64, &e); p[n] = 0; put(key, p);
}
static void pattern(const char *key, UNumberFormat *f) {
    UErrorCode e = U_ZERO_ERROR; UChar p[256];
    int32_t n = unum_toPattern(f, 0, p, 256, &e); p[n] = 0; put(key, p);
}
static void one(const char *loc) {
    UErrorCode e = U_ZERO_ERROR; UChar u[256]; char b[256];
    uloc_toLanguageTag(loc, b, sizeof b, 0, &e);
    printf("@%s\n", b);
    printf("lcid=%u\n", uloc_getLCID(loc));
    printf("iso3=%s\n", uloc_getISO3Language(loc));
    printf("region=%s\n", uloc_getISO3Country(loc));
    char mx[64]; e = U_ZERO_ERROR; uloc_addLikelySubtags(loc, mx, sizeof mx, &e); 
    char cc[16]; e = U_ZERO_ERROR; uloc_getCountry(mx, cc, sizeof cc, &e); printf("likely=%s\n", cc);
    printf("rtl=%d\n", uloc_isRightToLeft(loc));
    e = U_ZERO_ERROR; uloc_getDisplayName(loc, "en", u, 256, &e); put("english", u);
    e = U_ZERO_ERROR; uloc_getDisplayName(loc, loc, u, 256, &e); put("native", u);
    e = U_ZERO_ERROR; UCalendar *cal = ucal_open(NULL, 0, loc, UCAL_DEFAULT, &e);
    printf("calendar=%s\n", ucal_getType(cal, &e));
    printf("firstday=%d\n", ucal_getAttribute(cal, UCAL_FIRST_DAY_OF_WEEK) - 1);
    printf("minweek=%d\n", ucal_getAttribute(cal, UCAL_MINIMAL_DAYS_IN_FIRST_WEEK));
    ucal_close(cal);
    char greg[160]; snprintf(greg, sizeof greg, "%s@calendar=gregorian", loc);
    putf("date.short", greg, UDAT_NONE, UDAT_SHORT);
    putf("date.medium", greg, UDAT_NONE, UDAT_MEDIUM);
    best("date.yMd", greg, "yMd");
    putf("date.full", greg, UDAT_NONE, UDAT_FULL);
    putf("date.long", greg, UDAT_NONE, UDAT_LONG);
    best("date.ym", greg, "yMMMM");
    best("date.md", greg, "MMMMd");
    putf("time.short", greg, UDAT_SHORT, UDAT_NONE);
    putf("time.long", greg, UDAT_MEDIUM, UDAT_NONE);
    e = U_ZERO_ERROR; UDateFormat *f = udat_open(UDAT_DEFAULT, UDAT_DEFAULT, greg, NULL, 0, NULL, 0, &e);
    symbols("months", f, UDAT_STANDALONE_MONTHS, 0);
    symbols("months.abbr", f, UDAT_STANDALONE_SHORT_MONTHS, 0);
    symbols("months.gen", f, UDAT_MONTHS, 0);
    symbols("months.abbrgen", f, UDAT_SHORT_MONTHS, 0);
    symbols("days", f, UDAT_STANDALONE_WEEKDAYS, 1);
    symbols("days.abbr", f, UDAT_STANDALONE_SHORT_WEEKDAYS, 1);
    symbols("days.shortest", f, UDAT_STANDALONE_SHORTER_WEEKDAYS, 1);
    symbols("days.narrow", f, UDAT_STANDALONE_NARROW_WEEKDAYS, 1);
    symbols("ampm", f, UDAT_AM_PMS, 0);
    symbols("eras", f, UDAT_ERAS, 0);
    udat_close(f);
    e = U_ZERO_ERROR; UNumberFormat *n = unum_open(UNUM_DECIMAL, NULL, 0, loc, NULL, &e);
    sym("num.decimal", n, UNUM_DECIMAL_SEPARATOR_SYMBOL); sym("num.group", n, UNUM_GROUPING_SEPARATOR_SYMBOL);
    sym("num.plus", n, UNUM_PLUS_SIGN_SYMBOL); sym("num.minus", n, UNUM_MINUS_SIGN_SYMBOL);
    sym("num.percent", n, UNUM_PERCENT_SYMBOL); sym("num.permille", n, UNUM_PERMILL_SYMBOL);
    sym("num.nan", n, UNUM_NAN_SYMBOL); sym("num.inf", n, UNUM_INFINITY_SYMBOL); sym("num.zero", n, UNUM_ZERO_DIGIT_SYMBOL);
    printf("num.sizes=%d|%d\n", unum_getAttribute(n, UNUM_GROUPING_SIZE), unum_getAttribute(n, UNUM_SECONDARY_GROUPING_SIZE));
    printf("num.digits=%d\n", unum_getAttribute(n, UNUM_MAX_FRACTION_DIGITS));
    pattern("num.pattern", n); unum_close(n);
    e = U_ZERO_ERROR; n = unum_open(UNUM_CURRENCY, NULL, 0, loc, NULL, &e);
    sym("cur.symbol", n, UNUM_CURRENCY_SYMBOL); sym("cur.iso", n, UNUM_INTL_CURRENCY_SYMBOL);
    sym("cur.decimal", n, UNUM_MONETARY_SEPARATOR_SYMBOL); sym("cur.group", n, UNUM_MONETARY_GROUPING_SEPARATOR_SYMBOL);
    printf("cur.digits=%d\n", unum_getAttribute(n, UNUM_MAX_FRACTION_DIGITS));
    pattern("cur.pattern", n); unum_close(n);
    e = U_ZERO_ERROR; n = unum_open(UNUM_PERCENT, NULL, 0, loc, NULL, &e); pattern("pct.pattern", n); unum_close(n);
}
int main() {
    one("");
    int32_t n = uloc_countAvailable();
    for (int i = 0; i < n; i++) one(uloc_getAvailable(i));
    const char *aliases[] = {"zh_CN", "zh_SG", "zh_TW", "zh_HK", "zh_MO", "pa_IN", "uz_UZ", "az_AZ", "sr_RS"}; // ICU knows them by script
    for (int i = 0; i < (int)(sizeof aliases / sizeof *aliases); i++) one(aliases[i]);
    return 0;
}
