/* Decisions read back, with every allocation failing in turn: no memory, no table, nothing kept. */
#include "alloc/reports.h"
#include "ims/review.h"

#include <stdlib.h>

static const char sheet[] = "set,source,is,target,accept,dispute,reviewer,date,comment\n"
                            "nowhere,a:2/4,equal,b:1/5,x,,Ann,2026-11-28,\n"
                            "a-h,a:2/4.1#1,superset,h:1/4.1#1,x,,Ann,28.11.2026,\"two\nlines\"\n";

int main(void)
{
  ims_model *model = reports_model();
  bool good = model != NULL;
  const long before = wrap_live();
  for (long n = 0; good; n++) {
    ims_table *table = NULL;
    wrap_fail_at(n);
    const ims_status status =
        ims_review_decisions(model, "s.csv", sheet, sizeof sheet - 1, (ims_diag_sink){ NULL, NULL }, &table);
    const bool reached = wrap_count() > n;
    wrap_fail_at(-1);
    /* a message that could not be put together is sent without its details, and reading goes on */
    good = (status == IMS_OK || (reached && status == IMS_NOMEM)) && (table != NULL) == (status == IMS_OK);
    ims_table_free(table);
    good = good && wrap_live() == before;
    if (!reached)
      break;
  }
  ims_model_free(model);
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
