#include "ims/blank.h"
#include "unit/fixture_model.h"
#include "write/blank_internal.h"

static const char standards[] = DOC("<edition id='a:1' name='A'/><edition id='b:2' name='B'/>");

typedef ims_status (*writer)(const ims_model *, const ims_blank *, ims_diag_sink, ims_sink);

static ims_status write_documents(const ims_model *model, const ims_blank *given, ims_diag_sink diags, ims_sink sink)
{
  return ims_blank_sheet(model, given, IMS_ENTRY_DOCUMENT, diags, sink);
}

static const writer writers[] = { ims_blank_workbook, ims_blank_profile, write_documents };
enum { WRITERS = sizeof writers / sizeof *writers };

/* What a sheet of a kind looks like; the caller frees it. */
static char *sheet(const ims_blank *given, ims_entry_kind kind)
{
  ims_model *model = fixture_model(standards);
  ims_memory bytes = { 0 };
  cr_assert_eq(ims_blank_sheet(model, given, kind, (ims_diag_sink){ NULL, NULL }, ims_sink_memory(&bytes)), IMS_OK);
  ims_model_free(model);
  return bytes.data;
}

/* Expects that every writer refuses the systems with one message, and writes nothing. */
static void expect_refused(const ims_blank_system *systems, size_t count, ims_status status, const char *message)
{
  ims_model *model = fixture_model(standards);
  for (size_t i = 0; i < WRITERS; i++) {
    fixture_diags diags = { 0 };
    ims_memory bytes = { 0 };
    const ims_blank given = { .systems = systems, .system_count = count };
    cr_expect_eq(writers[i](model, &given, fixture_sink(&diags), ims_sink_memory(&bytes)), status, "%zu", i);
    cr_expect_str_eq(fixture_messages(&diags), message, "%zu", i);
    cr_expect_eq(bytes.size, 0, "%zu", i);
    ims_memory_free(&bytes);
    fixture_diags_free(&diags);
  }
  ims_model_free(model);
}

Test(blank, a_sheet_has_the_titles_of_its_kind)
{
  char *text = sheet(&(ims_blank){ 0 }, IMS_ENTRY_AUDITOR);
  cr_expect_str_eq(text, "Title,Systems,Processes,Note\n");
  free(text);
}

Test(blank, what_is_known_is_filled_in)
{
  static const ims_blank_system systems[] = { { "Q\"M\"S", "a" }, { "ISMS", "b:2" } };
  const ims_blank given = { .organization = "One, two \xff", .systems = systems, .system_count = 2 };
  char *organization = sheet(&given, IMS_ENTRY_ORGANIZATION), *system = sheet(&given, IMS_ENTRY_SYSTEM),
       *document = sheet(&given, IMS_ENTRY_PARTY);
  cr_expect_str_eq(organization, "Title,Personnel,Note\n\"One, two \xEF\xBF\xBD\",,\n");
  cr_expect_str_eq(system, "ID,Title,Standard,Scope,Sites,Units,Services,Components,Interfaces,Personnel,Certificate,"
                           "Valid until,From,To,Note\n\"Q\"\"M\"\"S\",,a:1,,,,,,,,,,,,\nISMS,,b:2,,,,,,,,,,,,\n");
  cr_expect_str_eq(document, "Title,Kind of party,Systems,Services,Components,Processes,Note\n");
  free(organization);
  free(system);
  free(document);
}

Test(blank, controls_are_listed_undecided)
{
  static const ims_blank_system systems[] = { { "ISMS", "c" } };
  ims_model *model =
      fixture_model(DOC("<edition id='c:1' name='C'><clause number='4' force='requirement'/>"
                        "<clause number='A.5' force='control'/>"
                        "<clause number='A.5.1' parent='A.5' title='One, two' force='control'/></edition>"));
  ims_memory bytes = { 0 };
  cr_assert_eq(ims_blank_sheet(model, &(ims_blank){ .systems = systems, .system_count = 1 }, IMS_ENTRY_CONTROL,
                               (ims_diag_sink){ NULL, NULL }, ims_sink_memory(&bytes)),
               IMS_OK);
  cr_expect_str_eq(strchr(bytes.data, '\n'), "\nA.5.1,\"One, two\",ISMS,,,,,,,,\n");
  ims_memory_free(&bytes);
  ims_model_free(model);
}

Test(blank, a_profile_escapes_what_it_is_told)
{
  static const ims_blank_system systems[] = { { "<&\">", "a" } };
  ims_model *model = fixture_model(standards);
  ims_memory bytes = { 0 };
  cr_assert_eq(ims_blank_profile(model,
                                 &(ims_blank){ .organization = "A & B\nC\x01", .systems = systems, .system_count = 1 },
                                 (ims_diag_sink){ NULL, NULL }, ims_sink_memory(&bytes)),
               IMS_OK);
  cr_expect_not_null(strstr(bytes.data, "\n  <organization title=\"A &amp; B C\"/>\n"));
  cr_expect_not_null(strstr(bytes.data, "\n  <system id=\"&lt;&amp;&quot;&gt;\" edition=\"a:1\"/>\n"));
  ims_memory_free(&bytes);
  ims_model_free(model);
}

Test(blank, a_profile_of_nothing_has_comments_only)
{
  ims_model *model = fixture_model(standards);
  ims_memory bytes = { 0 };
  cr_assert_eq(ims_blank_profile(model, &(ims_blank){ 0 }, (ims_diag_sink){ NULL, NULL }, ims_sink_memory(&bytes)),
               IMS_OK);
  cr_expect_null(strstr(bytes.data, "\n  <organization"));
  cr_expect_null(strstr(bytes.data, "\n  <system"));
  cr_expect_not_null(strstr(bytes.data, "valid_until: The day on which the certificate ends."));
  ims_memory_free(&bytes);
  ims_model_free(model);
}

Test(blank, a_standard_that_is_not_there_is_reported)
{
  expect_refused((const ims_blank_system[]){ { "QMS", "a" }, { "EMS", "14001" } }, 2, IMS_NOT_FOUND,
                 "0:0 there is no standard or edition '14001'; loaded: nothing\n");
}

Test(blank, two_systems_need_two_names)
{
  expect_refused((const ims_blank_system[]){ { "isms", "a" }, { "ISMS", "b" } }, 2, IMS_INVALID,
                 "0:0 two systems have one name: give each its own, as in ISMS=27001\n");
}

Test(blank, a_name_that_would_become_two_is_refused)
{
  static const char *const names[] = { "", "a,b", "a;b", "a\nb" };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    expect_refused((const ims_blank_system[]){ { names[i], "a" } }, 1, IMS_INVALID,
                   "0:0 a system needs a name without commas and semicolons, as in ISMS=27001\n");
}

static ims_status refuse(void *context, const char *data, size_t size)
{
  (void)context;
  (void)data;
  (void)size;
  return IMS_IO;
}

Test(blank, a_sink_that_fails_is_told)
{
  ims_model *model = fixture_model(standards);
  for (size_t i = 0; i < WRITERS; i++)
    cr_expect_eq(writers[i](model, &(ims_blank){ 0 }, (ims_diag_sink){ NULL, NULL }, (ims_sink){ refuse, NULL }),
                 IMS_IO, "%zu", i);
  ims_model_free(model);
}

Test(blank, more_systems_than_a_list_holds_can_still_be_typed)
{
  enum { MANY = 32 };
  static char names[MANY][16];
  ims_blank_system systems[MANY];
  for (size_t i = 0; i < MANY; i++) {
    snprintf(names[i], sizeof names[i], "system-%02zu-long", i);
    systems[i] = (ims_blank_system){ names[i], "a" };
  }
  ims_model *model = fixture_model(standards);
  ims_memory bytes = { 0 };
  cr_expect_eq(ims_blank_workbook(model, &(ims_blank){ .systems = systems, .system_count = MANY },
                                  (ims_diag_sink){ NULL, NULL }, ims_sink_memory(&bytes)),
               IMS_OK);
  ims_memory_free(&bytes);
  ims_model_free(model);
}

Test(blank, every_field_has_a_note_that_fits_and_may_stand_in_a_comment)
{
  for (int kind = 0; kind < IMS_ENTRY_KIND_COUNT; kind++) {
    size_t count;
    const ims_field *fields = ims_entry_kind_fields((ims_entry_kind)kind, &count);
    cr_expect_leq(count, 32, "as many as the workbook has room for");
    for (size_t i = 0; i < count; i++) {
      const char *note = imsi_blank_note((ims_entry_kind)kind, fields[i]);
      cr_assert_not_null(note, "%s of %s", ims_field_key(fields[i]), ims_entry_kind_key((ims_entry_kind)kind));
      cr_expect_leq(strlen(note), 250, "%s", note);
      cr_expect_null(strstr(note, "--"), "%s", note);
    }
  }
}
