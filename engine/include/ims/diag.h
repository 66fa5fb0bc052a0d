/** Diagnostics: what is wrong, and where. */
#ifndef IMS_DIAG_H
#define IMS_DIAG_H

#include "ims/sink.h"
#include "ims/status.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum ims_severity { IMS_NOTE, IMS_WARNING, IMS_ERROR } ims_severity;

/** Who can see a problem: the parser, the grammar, only the loader, the system, or the command line. */
typedef enum ims_diag_class {
  IMS_CLASS_FORM,    /**< not well-formed, or refused before it is parsed */
  IMS_CLASS_GRAMMAR, /**< the RELAX NG grammar refuses it as well */
  IMS_CLASS_MEANING, /**< valid by the grammar, wrong all the same */
  IMS_CLASS_SYSTEM,  /**< files and limits of the machine */
  IMS_CLASS_USAGE    /**< what was asked on the command line */
} ims_diag_class;

/** Every problem that imsmap can report; the list is `diag.def`. */
typedef enum ims_diag_id {
#define IMS_DIAG(symbol, severity, class, code, text) IMS_DIAG_##symbol,
#include "ims/diag.def"
#undef IMS_DIAG
  IMS_DIAG_COUNT
} ims_diag_id;

/** A place in a file. `line` and `column` count from 1, `column` in bytes; 0 means unknown. In a sheet of a workbook
   they are the numbers of row and column. */
typedef struct ims_pos {
  const char *file; /**< Borrowed; NULL if the problem is not in a file. */
  uint32_t line;
  uint32_t column;
  const char *sheet; /**< Borrowed; NULL if the place is not in a sheet. */
} ims_pos;

/** One message. All pointers are borrowed and die with the call of the sink. */
typedef struct ims_diag {
  ims_diag_id id;
  ims_severity severity;
  ims_pos pos;
  const char *text; /**< Lower case, no full stop, things in quotes. */
} ims_diag;

/** Receives each diagnostic as it is found; the order is that of the input. */
typedef struct ims_diag_sink {
  void (*report)(void *context, const ims_diag *diag);
  void *context;
} ims_diag_sink;

/**
 * Writes `file:line:column`, or of a sheet `file:sheet!B7`, as far as the parts are known; a name that needs it is
 * quoted as spreadsheets do: `file:'My sheet'!B7`. Nothing of a place without a file.
 *
 * @return IMS_OK, or the first failure of `sink`.
 */
IMS_API ims_status ims_pos_write(ims_pos pos, ims_sink sink);

/** The code that a message ends with, such as "unknown-element"; a static string. */
IMS_API const char *ims_diag_code(ims_diag_id id);

/** The severity that `id` has; notes accompany the error before them. */
IMS_API ims_severity ims_diag_severity(ims_diag_id id);

/** Who can see the problem. */
IMS_API ims_diag_class ims_diag_kind(ims_diag_id id);

/** The message of `id` with `%1` to `%4` where its arguments go; a static string. */
IMS_API const char *ims_diag_template(ims_diag_id id);

/** "note", "warning" or "error"; a static string. */
IMS_API const char *ims_severity_name(ims_severity severity);

#ifdef __cplusplus
}
#endif
#endif
