/* Blank registers, with every allocation failing in turn: no memory, and nothing kept. */
#include "alloc/reports.h"
#include "ims/blank.h"

#include <stdlib.h>

static const ims_blank_system systems[] = { { "ONE\xff", "a:1" }, { "TWO", "a:2" } };
static const ims_blank given = { .organization = "An organization \xff", .systems = systems, .system_count = 2 };

static ims_status swallow(void *context, const char *data, size_t size)
{
  (void)context;
  (void)data;
  (void)size;
  return IMS_OK;
}

static ims_status write_sheet(const ims_model *model, const ims_blank *blank, ims_diag_sink diags, ims_sink sink)
{
  return ims_blank_sheet(model, blank, IMS_ENTRY_SYSTEM, diags, sink);
}

static bool survives(const ims_model *model,
                     ims_status (*write)(const ims_model *, const ims_blank *, ims_diag_sink, ims_sink))
{
  const long before = wrap_live();
  for (long n = 0;; n++) {
    wrap_fail_at(n);
    const ims_status status = write(model, &given, (ims_diag_sink){ NULL, NULL }, (ims_sink){ swallow, NULL });
    const bool reached = wrap_count() > n;
    wrap_fail_at(-1);
    if (status != (reached ? IMS_NOMEM : IMS_OK) || wrap_live() != before) {
      fprintf(stderr, "allocation %ld: %s, %ld kept\n", n, ims_status_text(status), wrap_live() - before);
      return false;
    }
    if (!reached)
      return n > 0;
  }
}

int main(void)
{
  ims_model *model = reports_model();
  const bool good = model && survives(model, ims_blank_workbook) && survives(model, ims_blank_profile) &&
                    survives(model, write_sheet);
  ims_model_free(model);
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
