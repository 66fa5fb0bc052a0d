/*
 * Registers read with every allocation failing in turn: IMS_NOMEM or all of it, nothing kept.
 *
 * A message that could not be put together is sent without its details, and reading goes on.
 */
#include "alloc/reports.h"
#include "ims/register.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char xml[] =
    "<register version='1'><organization title='x &amp; y' personnel='5'/>\n"
    "<system id='Q' edition='a:2' sites='a; b'/><system id='E' edition='nothing'/>\n"
    "<document id='1' title='x' systems='Q, Z' clauses='a:2/4.1#1, a:2/9.9; 4.1' approved='2026-11-28'/>\n"
    "<document id='1' title='again'/><control id='A.5.1' applicable='yes'/></register>";

static const char csv[] = "Documents of Example,,,,,,\n"
                          "ID,Title,Type,Clauses,Systems,Approved on,Status,State\n"
                          "D-1,x,Policy,a:2/4.1#1,Q,2026-11-28,valid,\n"
                          "Heading,,,,,,,\n"
                          "D-2,y,Report,9.9,Nobody,03/04/2026,green,\n"
                          "d-1,again,,,,,,\n"
                          ",,,4.1,,,,\n"
                          "D-3,z,,to be seen,all,Q3 2026,,x\n";

static const char folder[] = TEST_DATA_DIR "/good/registers/folder";

/* Without data the folder is read. */
static ims_status read_once(const ims_model *model, const char *data, size_t size, ims_register **evidence)
{
  ims_register_reader *reader = NULL;
  ims_status status = ims_register_reader_new(model, NULL, (ims_diag_sink){ NULL, NULL }, &reader);
  if (!status)
    status = data ? ims_register_reader_memory(reader, "list", data, size) : ims_register_reader_path(reader, folder);
  if (!status)
    status = ims_register_reader_finish(reader, evidence);
  ims_register_reader_free(reader);
  return status;
}

static bool fail_all(const ims_model *model, const char *data, size_t size, void (*fail)(long))
{
  const long before = wrap_live();
  for (long n = 0;; n++) {
    ims_register *evidence = NULL;
    fail(n);
    const ims_status status = read_once(model, data, size, &evidence);
    const bool reached = wrap_count() > n;
    wrap_fail_at(-1);
    const bool good =
        (status == IMS_OK || (reached && status == IMS_NOMEM)) && (evidence != NULL) == (status == IMS_OK);
    ims_register_free(evidence);
    if (!good || wrap_live() != before) {
      fprintf(stderr, "allocation %ld: status %d, %ld kept\n", n, status, wrap_live() - before);
      return false;
    }
    if (!reached)
      return n > 50;
  }
}

int main(void)
{
  ims_model *model = reports_model();
  ims_register *first = NULL;
  /* what libraries make once and keep */
  bool good = model && !read_once(model, xml, sizeof xml - 1, &first);
  ims_register_free(first);
  good = good && fail_all(model, xml, sizeof xml - 1, wrap_fail_at) &&
         fail_all(model, xml, sizeof xml - 1, wrap_fail_from) && fail_all(model, csv, sizeof csv - 1, wrap_fail_at) &&
         fail_all(model, csv, sizeof csv - 1, wrap_fail_from) && fail_all(model, NULL, 0, wrap_fail_at) &&
         fail_all(model, NULL, 0, wrap_fail_from);
  ims_model_free(model);
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
