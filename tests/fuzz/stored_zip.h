/* A workbook around one part: a ZIP archive of stored entries with right checksums, so that a fuzzer reaches the XML behind them. */
#ifndef EFFCHECK_FUZZ_STORED_ZIP_H
#define EFFCHECK_FUZZ_STORED_ZIP_H

#include <string.h>

#include "effcheck/array.h"
#include "effcheck/str.h"

struct zip {
    struct arena *arena;
    ARRAY(uint8_t) bytes, directory;
    uint16_t entries;
};

static inline uint32_t zip_crc(struct str s)
{
    uint32_t crc = 0xFFFFFFFFu;
    for (size_t i = 0; i < s.n; i++) {
        crc ^= (uint8_t)s.p[i];
        for (int bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (0xEDB88320u & (0u - (crc & 1u)));
    }
    return ~crc;
}

#define ZIP_PUT(zip, list, value, width)                                                                                                   \
    for (unsigned byte_ = 0; byte_ < (width); byte_++)                                                                                     \
    *array_push((zip)->arena, (list)) = (uint8_t)(byte_ < 8 ? (uint64_t)(value) >> 8 * byte_ : 0)
#define ZIP_TEXT(zip, list, text)                                                                                                          \
    for (size_t byte_ = 0; byte_ < (text).n; byte_++) *array_push((zip)->arena, (list)) = (uint8_t)(text).p[byte_]

static inline void zip_add(struct zip *zip, struct str name, struct str content)
{
    size_t at = zip->bytes.n;
    uint32_t crc = zip_crc(content);
    ZIP_PUT(zip, &zip->bytes, 0x04034B50u, 4);
    ZIP_PUT(zip, &zip->bytes, 20, 2); /* version; no flags, stored, no time */
    ZIP_PUT(zip, &zip->bytes, 0, 8);
    ZIP_PUT(zip, &zip->bytes, crc, 4);
    ZIP_PUT(zip, &zip->bytes, content.n, 4);
    ZIP_PUT(zip, &zip->bytes, content.n, 4);
    ZIP_PUT(zip, &zip->bytes, name.n, 4);
    ZIP_TEXT(zip, &zip->bytes, name);
    ZIP_TEXT(zip, &zip->bytes, content);
    ZIP_PUT(zip, &zip->directory, 0x02014B50u, 4);
    ZIP_PUT(zip, &zip->directory, 20 | 20 << 16, 4);
    ZIP_PUT(zip, &zip->directory, 0, 8);
    ZIP_PUT(zip, &zip->directory, crc, 4);
    ZIP_PUT(zip, &zip->directory, content.n, 4);
    ZIP_PUT(zip, &zip->directory, content.n, 4);
    ZIP_PUT(zip, &zip->directory, name.n, 4);
    ZIP_PUT(zip, &zip->directory, 0, 10);
    ZIP_PUT(zip, &zip->directory, at, 4);
    ZIP_TEXT(zip, &zip->directory, name);
    zip->entries++;
}

static inline struct str zip_close(struct zip *zip)
{
    size_t at = zip->bytes.n, n = zip->directory.n;
    for (size_t i = 0; i < n; i++) *array_push(zip->arena, &zip->bytes) = zip->directory.at[i];
    ZIP_PUT(zip, &zip->bytes, 0x06054B50u, 4);
    ZIP_PUT(zip, &zip->bytes, 0, 4);
    ZIP_PUT(zip, &zip->bytes, zip->entries, 2);
    ZIP_PUT(zip, &zip->bytes, zip->entries, 2);
    ZIP_PUT(zip, &zip->bytes, n, 4);
    ZIP_PUT(zip, &zip->bytes, at, 4);
    ZIP_PUT(zip, &zip->bytes, 0, 2);
    return (struct str){(const char *)zip->bytes.at, zip->bytes.n};
}

#endif
