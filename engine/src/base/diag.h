/** Sends diagnostics, counts them, and stops after too many. */
#ifndef IMSI_DIAG_H
#define IMSI_DIAG_H

#include "base/progress.h"
#include "base/strbuf.h"
#include "ims/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { IMSI_ERROR_CAP = 100 };

/** Initialise with imsi_reporter_init; free with imsi_reporter_free. */
typedef struct imsi_reporter {
  ims_diag_sink sink;
  imsi_strbuf text;
  size_t errors; /**< reported so far */
  size_t warnings;
  uint32_t told;         /**< what is told once only, a bit each; its meaning is that of who tells it */
  ims_observer progress; /**< of the work that reports here; set after imsi_reporter_init */
  uint64_t read;         /**< elements or rows so far */
  bool silent;           /**< the cap was reached, or the note's error was left out */
} imsi_reporter;

/** `sink.report` may be NULL: then only the counts are kept. */
void imsi_reporter_init(imsi_reporter *reporter, ims_diag_sink sink);
void imsi_reporter_free(imsi_reporter *reporter);

/** Reports `id` at `pos` with up to four arguments for its template (NULL where there is none). A note belongs to the
    error before it. After IMSI_ERROR_CAP errors a last note says that the rest is left out. Out of memory for the
    message, the code's bare template is sent. */
void imsi_report(imsi_reporter *reporter, ims_diag_id id, ims_pos pos, const char *a, const char *b, const char *c,
                 const char *d);

/** Counts an element or a row that was read, and tells of it now and then. */
void imsi_reporter_read(imsi_reporter *reporter, ims_step step);

/** True once no further error would be shown. */
bool imsi_reporter_full(const imsi_reporter *reporter);

#endif
