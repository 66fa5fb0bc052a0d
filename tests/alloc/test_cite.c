/* Citations with every allocation failing in turn: no memory, no table, nothing kept. */
#include "alloc/reports.h"
#include "ims/cite.h"
#include "unit/citation_document.h"

#include <stdlib.h>

static const char text[] =
    "---\nstandard: ISO 9001:2015\n---\n# ISO 27001\n| ISO 9001 | Clause |\n|--|--|\n| 8.2 b), 8.3 | 5.1 |\n"
    "8.2-8.4 of\nISO 9001 and ISO 20000-1, 7.3 of ISO 9001:2015, 7.3 of ISO 9001:1990\n";

int main(void)
{
  ims_model *model = reports_model_of(citation_document);
  bool good = model != NULL;
  const long before = wrap_live();
  for (long n = 0; good; n++) {
    ims_table *table = NULL;
    const ims_cite_text texts[] = { { "iso9001.md", text, sizeof text - 1 } };
    wrap_fail_at(n);
    const ims_status status = ims_cite(model, texts, 1, (ims_diag_sink){ NULL, NULL }, &table);
    const bool reached = wrap_count() > n;
    wrap_fail_at(-1);
    /* a message that could not be put together is sent without its details, and reading goes on */
    good = (status == IMS_OK || (reached && status == IMS_NOMEM)) && (table != NULL) == (status == IMS_OK);
    ims_table_free(table);
    good = good && wrap_live() == before;
    if (!good)
      printf("allocation %ld: status %d, %ld live\n", n, (int)status, wrap_live() - before);
    if (!reached)
      break;
  }
  ims_model_free(model);
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
