#include "ims/load.h"
#include "unit/fixture_model.h"

Test(freeze_catalogue, members_belong_to_what_they_stand_in)
{
  ims_model *model = fixture_model(DOC("<edition id='e:1' name='E'><clause number='4' force='own'/>"
                                       "<clause number='5' force='own'/></edition>"
                                       "<check id='a' title='A' severity='info' group='g'><gist>x</gist></check>"
                                       "<topic id='t' title='T'><member edition='e:1' of='5'/></topic>"
                                       "<check id='b' title='B' severity='info' group='g'><gist>x</gist>"
                                       "<member edition='e:1' of='4'/><member edition='e:1' of='5'/></check>"));
  cr_expect_eq(ims_check_at(model, 0)->member_count, 0);
  cr_expect_eq(ims_check_at(model, 1)->member_count, 2);
  cr_expect_eq(ims_topic_at(model, 0)->member_count, 1);
  ims_model_free(model);
}

Test(freeze_catalogue, unknown_members_and_editions_are_told)
{
  fixture_expect_messages(DOC("<topic id='t' title='T'><member edition='e:9' of='4'/></topic>\n"
                              "<check id='c' title='C' severity='info' group='g'><gist>x</gist>"
                              "<member edition='e:9' of='4'/></check>\n"
                              "<profile edition='e:9'/>\n"
                              "<severity check='d' is='info'/>\n"
                              "<audit-table id='t' title='T' kind='time' unit='days' edition='e:9'/>\n"),
                          "2:25 topic points to unknown edition 'e:9'\n"
                          "4:1 profile points to unknown edition 'e:9'\n"
                          "3:65 check points to unknown edition 'e:9'\n"
                          "5:1 severity points to unknown check 'd'\n"
                          "6:1 audit-table points to unknown edition 'e:9'\n");
}

/* ---- severities ---- */

/* "severity line" of check T with the documents as layers, or the first message. */
static const char *severity_with(const char *const *documents, size_t count)
{
  static char answer[FIXTURE_MESSAGE + 64];
  fixture_diags diags = { 0 };
  ims_loader *loader = NULL;
  ims_model *model = NULL;
  cr_assert_eq(ims_loader_new(NULL, fixture_sink(&diags), &loader), IMS_OK);
  for (size_t i = 0; i < count; i++) {
    char name[32];
    snprintf(name, sizeof name, "%zu.xml", i + 1);
    ims_loader_layer(loader);
    cr_assert_eq(ims_loader_memory(loader, name, documents[i], strlen(documents[i])), IMS_OK);
  }
  if (ims_loader_finish(loader, &model) == IMS_OK)
    snprintf(answer, sizeof answer, "%s %s:%u", ims_check_severity_name(ims_check_at(model, 0)->severity),
             ims_check_at(model, 0)->severity_pos.file, (unsigned)ims_check_at(model, 0)->severity_pos.line);
  else
    snprintf(answer, sizeof answer, "%s %u:%u %s", ims_diag_code(diags.list[0].id), diags.list[0].line,
             diags.list[0].column, diags.list[0].text);
  ims_loader_free(loader);
  ims_model_free(model);
  fixture_diags_free(&diags);
  return answer;
}

#define CHECK_AS(severity) "<check id='T' title='T' severity='" severity "' group='g'><gist>x</gist></check>\n"
#define SEVERITY(severity) "<severity check='T' is='" severity "'/>\n"
#define EXPECT_SEVERITY(expected, ...)                                                                                 \
  do {                                                                                                                 \
    static const char *const documents[] = { __VA_ARGS__ };                                                            \
    const char *got = severity_with(documents, sizeof documents / sizeof *documents);                                  \
    cr_expect_str_eq(got, expected, "got '%s'", got);                                                                  \
  } while (0)

Test(freeze_catalogue, a_severity_changes_that_of_its_check)
{
  EXPECT_SEVERITY("warning 1.xml:2", DOC(CHECK_AS("warning")));
  EXPECT_SEVERITY("error 1.xml:3", DOC(CHECK_AS("warning") SEVERITY("error")));
  EXPECT_SEVERITY("info 2.xml:2", DOC(CHECK_AS("warning")), DOC(SEVERITY("info")));
}

Test(freeze_catalogue, the_last_severity_counts)
{
  EXPECT_SEVERITY("error 3.xml:2", DOC(CHECK_AS("warning")), DOC(SEVERITY("info")), DOC(SEVERITY("error")));
}

Test(freeze_catalogue, a_check_that_is_replaced_later_has_the_severity_of_that_layer)
{
  EXPECT_SEVERITY("warning 3.xml:2", DOC(CHECK_AS("error")), DOC(SEVERITY("info")), DOC(CHECK_AS("warning")));
  EXPECT_SEVERITY("info 4.xml:2", DOC(CHECK_AS("error")), DOC(SEVERITY("error")), DOC(CHECK_AS("warning")),
                  DOC(SEVERITY("info")));
}

Test(freeze_catalogue, a_severity_needs_a_check_and_stands_once_in_a_layer)
{
  EXPECT_SEVERITY("unknown-reference 2:1 severity points to unknown check 'T'", DOC(SEVERITY("info")));
  EXPECT_SEVERITY("duplicate 4:1 the severity of 'T' is there already",
                  DOC(CHECK_AS("warning") SEVERITY("info") SEVERITY("error")));
}
