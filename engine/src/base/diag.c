#include "base/diag.h"

#include <stdio.h>

typedef struct entry {
  ims_severity severity;
  ims_diag_class class;
  const char *code;
  const char *text;
} entry;

static const entry catalogue[IMS_DIAG_COUNT] = {
#define IMS_DIAG(symbol, severity, class, code, text) [IMS_DIAG_##symbol] = { severity, class, code, text },
#include "ims/diag.def"
#undef IMS_DIAG
};

const char *ims_diag_code(ims_diag_id id)
{
  return catalogue[id].code;
}

ims_severity ims_diag_severity(ims_diag_id id)
{
  return catalogue[id].severity;
}

ims_diag_class ims_diag_kind(ims_diag_id id)
{
  return catalogue[id].class;
}

const char *ims_diag_template(ims_diag_id id)
{
  return catalogue[id].text;
}

const char *ims_severity_name(ims_severity severity)
{
  static const char *const names[] = { "note", "warning", "error" };
  return names[severity];
}

void imsi_reporter_init(imsi_reporter *reporter, ims_diag_sink sink)
{
  *reporter = (imsi_reporter){ .sink = sink };
}

void imsi_reporter_free(imsi_reporter *reporter)
{
  imsi_strbuf_free(&reporter->text);
}

static void send(imsi_reporter *reporter, ims_diag_id id, ims_pos pos, const char *const args[4])
{
  if (!reporter->sink.report)
    return;
  imsi_strbuf_clear(&reporter->text);
  imsi_strbuf_fill(&reporter->text, ims_diag_template(id), args);
  const char *text = reporter->text.status ? ims_diag_template(id) : imsi_strbuf_string(&reporter->text);
  reporter->sink.report(reporter->sink.context, &(ims_diag){ id, ims_diag_severity(id), pos, text });
}

void imsi_report(imsi_reporter *reporter, ims_diag_id id, ims_pos pos, const char *a, const char *b, const char *c,
                 const char *d)
{
  const ims_severity severity = ims_diag_severity(id);
  if (severity == IMS_ERROR && reporter->errors == IMSI_ERROR_CAP) {
    if (!reporter->silent) {
      char count[16];
      snprintf(count, sizeof count, "%d", IMSI_ERROR_CAP);
      send(reporter, IMS_DIAG_TOO_MANY_ERRORS, (ims_pos){ NULL, 0, 0, NULL }, (const char *const[4]){ count });
    }
    reporter->silent = true;
  }
  if (reporter->silent)
    return;
  reporter->errors += severity == IMS_ERROR;
  reporter->warnings += severity == IMS_WARNING;
  send(reporter, id, pos, (const char *const[4]){ a, b, c, d });
}

void imsi_reporter_read(imsi_reporter *reporter, ims_step step)
{
  imsi_progress_count(&reporter->progress, step, ++reporter->read);
}

bool imsi_reporter_full(const imsi_reporter *reporter)
{
  return reporter->silent;
}
