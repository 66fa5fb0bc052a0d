/* A file that breaks off anywhere is an error, and what other files say of it is still looked at. */
#include "unit/complete_document.h"
#include "unit/fixture_model.h"

static size_t errors;

static void count_error(void *context, const ims_diag *diag)
{
  (void)context;
  errors += diag->severity == IMS_ERROR;
}

/* The first `size` bytes of one file, then a whole one that points into it. */
static void expect_refused(const char *xml, size_t size)
{
  static const char second[] =
      DOC("<edition id='z:1' name='Z'><clause number='1' force='requirement'/></edition>"
          "<mapping-set id='a-z' source='a:2' target='z:1'><relation source='4.1' is='equal' target='1'/>"
          "<relation source='4.1#1' is='subset' target='1'/><relation source='4.1#b1' is='subset' target='1'/>"
          "<none source='4.2#1'/></mapping-set>"
          "<overlay edition='a:2'><text of='4.1'>words</text></overlay>");
  ims_loader *loader = NULL;
  ims_model *model = NULL;
  errors = 0;
  cr_assert_eq(ims_loader_new(NULL, (ims_diag_sink){ count_error, NULL }, &loader), IMS_OK);
  cr_assert_eq(ims_loader_memory(loader, "cut.xml", xml, size), IMS_INVALID, "%zu bytes", size);
  cr_assert_gt(errors, (size_t)0, "%zu bytes", size);
  cr_assert_eq(ims_loader_memory(loader, "whole.xml", second, sizeof second - 1), IMS_OK);
  cr_assert_eq(ims_loader_finish(loader, &model), IMS_INVALID);
  cr_assert_null(model);
  ims_loader_free(loader);
}

Test(truncation, is_refused_at_every_byte)
{
  const char *xml = complete_document();
  size_t end = strlen(xml);
  while (xml[end - 1] != '>') /* white space after the last tag may be missing */
    end--;
  for (size_t size = 0; size < end; size++)
    expect_refused(xml, size);
}

/* A broken tag inside an edition, where the parents of its clauses are names that nobody has looked up yet. */
Test(truncation, does_not_confuse_the_hierarchy_of_clauses)
{
  static const char cut[] = "<imsmap version='1'><edition id='a:2' name='A'>\n"
                            "<clause number='4' force='requirement'/>\n"
                            "<clause number='4.1' parent='4' force='requirement'>\n"
                            "<provision id='1'><gist>x</gist><item id='b1'>y</item></provision></clause>\n"
                            "<clause number='4.2' parent='4' force='requirement'>\n"
                            "<provision id='1'><gist>x</gist></provision></clause>\n"
                            "<clause";
  expect_refused(cut, sizeof cut - 1);
}
