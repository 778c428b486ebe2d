/* Large pages for large results. */

#include <stdint.h>
#ifdef __linux__
#include <sys/mman.h>
#endif

/* Fresh memory of many pages costs more to get than to fill; large pages cost little. A hint: it may be ignored. */
static void expect(void *data, int64_t bytes) {
#if defined(__linux__) && defined(MADV_HUGEPAGE)
    const uintptr_t page = (uintptr_t)1 << 21;
    uintptr_t first = ((uintptr_t)data + page - 1) & ~(page - 1), last = ((uintptr_t)data + bytes) & ~(page - 1);
    if (data && last > first) madvise((void *)first, last - first, MADV_HUGEPAGE);
#else
    (void)data, (void)bytes;
#endif
}
