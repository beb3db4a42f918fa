// Writes the root collation of ICU for the basic plane: for each character its
// collation elements, the weights replaced by their ranks. See collate_data.go
// of objects/culture for the format.
#include <stdio.h>
#include <stdint.h>
#include <stdlib.h>
#include <unicode/ucol.h>
#include <unicode/ucoleitr.h>
#include <unicode/uchar.h>

typedef struct { uint32_t p; uint16_t s, t; } Element;
typedef struct { int c, n; Element e[20]; } Entry;
static Entry entries[0x10000];
static int count;

static int cmp32(const void *a, const void *b) { uint32_t x = *(uint32_t *)a, y = *(uint32_t *)b; return x < y ? -1 : x > y; }
static uint32_t primaries[0x40000], seconds[0x40000], thirds[0x40000];
static int np, ns, nt;
static int unique(uint32_t *w, int n) {
    qsort(w, n, sizeof *w, cmp32);
    int k = 0;
    for (int i = 0; i < n; i++) if (k == 0 || w[k - 1] != w[i]) w[k++] = w[i];
    return k;
}
static uint32_t rank(uint32_t *w, int n, uint32_t x) {
    uint32_t *f = bsearch(&x, w, n, sizeof x, cmp32);
    return f - w;
}
static void varint(uint32_t v) { while (v >= 0x80) { putchar(v & 0x7f | 0x80); v >>= 7; } putchar(v); }

int main() {
    UErrorCode err = U_ZERO_ERROR;
    UCollator *root = ucol_open("", &err);
    for (int c = 0; c < 0x10000; c++) {
        if ((c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xD800 && c <= 0xF8FF)) continue;
        if (u_charType(c) == U_UNASSIGNED) continue;
        UChar text[1] = {c};
        UCollationElements *it = ucol_openElements(root, text, 1, &err);
        Entry *e = &entries[count++];
        e->c = c;
        for (int32_t o; (o = ucol_next(it, &err)) != UCOL_NULLORDER;) {
            uint32_t u = o;
            if (u == 0) continue;
            if ((u & 0xC0) == 0xC0 && e->n > 0) { // the second half of an element
                Element *x = &e->e[e->n - 1];
                x->p |= u >> 16; x->s |= u >> 8 & 0xff; x->t |= u & 0x3f;
                continue;
            }
            Element x = {u & 0xffff0000, (u >> 8 & 0xff) << 8, (u & 0x3f) << 8};
            e->e[e->n++] = x;
        }
        ucol_closeElements(it);
    }
    primaries[np++] = seconds[ns++] = thirds[nt++] = 0;
    for (int i = 0; i < count; i++) for (int k = 0; k < entries[i].n; k++) {
        primaries[np++] = entries[i].e[k].p; seconds[ns++] = entries[i].e[k].s; thirds[nt++] = entries[i].e[k].t;
    }
    np = unique(primaries, np); ns = unique(seconds, ns); nt = unique(thirds, nt);
    fprintf(stderr, "%d characters, %d primary, %d secondary, %d tertiary weights\n", count, np, ns, nt);
    int last = 0; uint32_t lastp = 0;
    for (int i = 0; i < count; i++) {
        Entry *e = &entries[i];
        varint(e->c - last); last = e->c;
        putchar(e->n);
        for (int k = 0; k < e->n; k++) {
            uint32_t p = rank(primaries, np, e->e[k].p);
            int32_t d = (int32_t)(p - lastp); lastp = p;
            varint(d << 1 ^ d >> 31);
            varint(rank(seconds, ns, e->e[k].s));
            putchar(rank(thirds, nt, e->e[k].t));
        }
    }
    return 0;
}
