/* Between the parts of the workbook reader: opening and handing out (xlsx.c), what each element means (xlsx_elements.c), and the parser
 * underneath (xlsx_markup.c, the only user of expat). Not a public header. */
#ifndef EFFCHECK_XLSX_READER_H
#define EFFCHECK_XLSX_READER_H

#include "effcheck/archive.h"
#include "effcheck/array.h"
#include "effcheck/pool.h"
#include "effcheck/xlsx.h"

struct relation {
    struct str id;
    struct str type;   /* last word of the type's URI, which is the same in transitional and strict files */
    struct str target; /* name of a part */
};

struct sheet {
    struct xlsx_sheet face;
    struct str relation; /* id */
    struct str type;     /* of the relationship; empty = there is none */
    struct str part;
};

struct format {
    uint32_t id;
    bool date;
};

struct xlsx {
    struct arena *arena;
    struct archive *archive;
    ARRAY(struct relation) relations; /* of the part read last */
    ARRAY(struct sheet) sheets;
    ARRAY(struct format) formats; /* those the workbook defines itself */
    ARRAY(bool) date_styles;      /* style -> shows a date */
    ARRAY(struct str) strings;
    uint64_t strings_bytes;
    bool from_1904;
    bool own;          /* written by the program: stated counts must hold */
    struct pool names; /* of elements and attributes, to bound what expat keeps of them */
    /* Of one row. Growing leaves the old block alone (array.h), so slices of finished cells stay valid. */
    ARRAY(char) text;
    ARRAY(struct xlsx_cell) cells;
};

/* ---- Elements that mean something. Children stand behind their parent: the search for a child starts there. ---- */

enum node {
    NODE_NONE, /* outside of the root */
    WORKSHEET,
    ROWS,
    ROW,
    CELL,
    VALUE,
    INLINE,
    INLINE_TEXT,
    INLINE_RUN,
    INLINE_RUN_TEXT,
    FORMULA,
    STRINGS,
    STRING,
    STRING_TEXT,
    STRING_RUN,
    STRING_RUN_TEXT,
    WORKBOOK,
    WORKBOOK_SETTINGS,
    SHEETS,
    SHEET,
    STYLES,
    FORMATS,
    FORMAT,
    CELL_STYLES,
    CELL_STYLE,
    RELATIONS,
    RELATION,
    NODE_COUNT
};

enum cell_type { TYPE_NUMBER, TYPE_SHARED, TYPE_STRING, TYPE_INLINE, TYPE_BOOL, TYPE_ERROR, TYPE_DATE, TYPE_COUNT };

/* One part on its way through the parser. */
struct reader {
    struct xlsx *x;
    struct archive_part *part;
    enum node root;   /* the element the part must start with; NODE_NONE = any, only well-formedness matters */
    enum node wanted; /* an element without which the part is not accepted */
    xlsx_row_fn *give_row;
    void *context;

    struct XML_ParserStruct *parser; /* of expat */
    struct str space; /* namespace of the root element */
    enum node node;
    unsigned depth;
    unsigned skipped; /* depth inside an element that means nothing to us */
    uint64_t seen;    /* bit per node */
    uint64_t bytes;   /* inflated so far */
    bool stopped;     /* by the receiver of the rows */
    bool plain;       /* the rows are in the plain form */
    struct { uint32_t stated, children; } lists[XLSX_DEPTH_MAX + 1]; /* by depth, of an own workbook: stated = count + 1, 0 = none */
    uint32_t extras;  /* links and rules of formats */
    struct str error; /* the first fault */

    uint32_t row; /* from 1; 0 = none yet */
    uint32_t next_column;
    uint32_t column;
    uint32_t style;
    enum cell_type type;
    bool formula;
    bool has_value;
    size_t cell_at;  /* where in x->text the cell starts */
    size_t piece_at; /* where its present run starts */
};

enum { XLSX_CHUNK = 64 * 1024 };

struct element {
    const char *name;
    enum node parent;
    void (*enter)(struct reader *, const char **attributes);
    void (*leave)(struct reader *);
    bool text;   /* its characters are kept */
    bool closed; /* children that are not in the table are a fault: skipping them could lose cells */
};

/* What each node is called, where it stands and what to do with it. */
extern const struct element xlsx_elements[NODE_COUNT];

/* Note a fault ("part NAME: ...") unless there is one already, and stop the parser. Always false. */
bool xlsx_fail(struct reader *r, const char *format, ...) __attribute__((format(printf, 2, 3)));
bool xlsx_fail_here(struct reader *r, const char *what, struct str quoted); /* with line and column of the XML */
bool xlsx_fail_cell(struct reader *r, const char *what, struct str quoted); /* with the reference of the cell */

/* The receiver of the rows wants no more. */
void xlsx_stop(struct reader *r);

/* Characters of an element whose text is kept. */
void xlsx_add_text(struct reader *r, const char *p, size_t n);

/* A number in a cell whose style shows a day becomes that day. */
void xlsx_show_date(struct reader *r, struct xlsx_cell *cell);

/* Inflates at most XLSX_CHUNK bytes of the part. The number of them, 0 at its end, -1 with the fault noted. */
int xlsx_inflate(struct reader *r, void *buffer);
/* Gives bytes of the part to the parser. False with the fault noted. */
bool xlsx_feed(struct reader *r, const char *p, size_t n, bool last);
/* Reads a sheet whose rows are in the plain form to its end. */
bool xlsx_pump_plain(struct reader *r);

/* Reads one part to its end, as markup or as bytes. False with *error. */
bool xlsx_read_part(struct reader *r, bool xml, struct str *error);

const struct relation *xlsx_relation_by_id(const struct xlsx *x, struct str id);
const struct relation *xlsx_relation_by_type(const struct xlsx *x, struct str type);

#endif
