#include "base/diag.h"

#include <criterion/criterion.h>
#include <string.h>

typedef struct seen {
  size_t count;
  ims_diag last;
  char text[256];
} seen;

static void remember(void *context, const ims_diag *diag)
{
  seen *s = context;
  s->count++;
  s->last = *diag;
  strncpy(s->text, diag->text, sizeof s->text - 1);
}

static const ims_pos nowhere;

Test(diag, codes_are_unique_and_lower_case_with_hyphens)
{
  for (ims_diag_id i = 0; i < IMS_DIAG_COUNT; i++) {
    const char *code = ims_diag_code(i);
    cr_expect(*code && strspn(code, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(code), "code '%s'", code);
    for (ims_diag_id k = 0; k < i; k++)
      cr_expect_str_neq(code, ims_diag_code(k));
  }
}

Test(diag, texts_have_no_full_stop_and_no_unknown_argument)
{
  for (ims_diag_id i = 0; i < IMS_DIAG_COUNT; i++) {
    const char *text = ims_diag_template(i);
    const size_t length = strlen(text);
    cr_assert_gt(length, 0, "%s", ims_diag_code(i));
    cr_expect(text[length - 1] != '.' && text[length - 1] != '!', "%s", ims_diag_code(i));
    for (const char *percent = text; (percent = strchr(percent, '%')); percent += 2)
      cr_assert(percent[1] && strchr("1234%", percent[1]), "%s", ims_diag_code(i));
  }
}

Test(diag, every_diagnostic_has_a_severity_and_a_class)
{
  for (ims_diag_id i = 0; i < IMS_DIAG_COUNT; i++) {
    cr_expect_leq((int)ims_diag_severity(i), (int)IMS_ERROR);
    cr_expect_leq((int)ims_diag_kind(i), (int)IMS_CLASS_USAGE);
  }
  cr_expect_eq(ims_diag_kind(IMS_DIAG_CANNOT_OPEN), IMS_CLASS_SYSTEM);
}

Test(diag, severities_have_names)
{
  cr_expect_str_eq(ims_severity_name(IMS_NOTE), "note");
  cr_expect_str_eq(ims_severity_name(IMS_WARNING), "warning");
  cr_expect_str_eq(ims_severity_name(IMS_ERROR), "error");
}

Test(diag, a_report_carries_text_place_and_severity)
{
  seen s = { 0 };
  imsi_reporter reporter;
  imsi_reporter_init(&reporter, (ims_diag_sink){ remember, &s });
  imsi_report(&reporter, IMS_DIAG_MISSING_ATTRIBUTE, (ims_pos){ "map.xml", 3, 7, NULL }, "row", "id", NULL, NULL);
  cr_expect_eq(s.count, 1);
  cr_expect_eq(s.last.id, IMS_DIAG_MISSING_ATTRIBUTE);
  cr_expect_eq(s.last.severity, IMS_ERROR);
  cr_expect_str_eq(s.last.pos.file, "map.xml");
  cr_expect_eq(s.last.pos.line, 3);
  cr_expect_eq(s.last.pos.column, 7);
  cr_expect_str_eq(s.text, "'row' needs the attribute 'id'");
  imsi_reporter_free(&reporter);
}

Test(diag, errors_and_warnings_are_counted_and_notes_are_not)
{
  imsi_reporter reporter;
  imsi_reporter_init(&reporter, (ims_diag_sink){ NULL, NULL });
  imsi_report(&reporter, IMS_DIAG_DUPLICATE, nowhere, "a", "b", NULL, NULL);
  imsi_report(&reporter, IMS_DIAG_FIRST_HERE, nowhere, "b", NULL, NULL, NULL);
  imsi_report(&reporter, IMS_DIAG_REPLACED_REFERENCE, nowhere, "a", "b", "c", NULL);
  cr_expect_eq(reporter.errors, 1);
  cr_expect_eq(reporter.warnings, 1);
  imsi_reporter_free(&reporter);
}

Test(diag, after_too_many_errors_one_note_says_so_and_nothing_follows)
{
  seen s = { 0 };
  imsi_reporter reporter;
  imsi_reporter_init(&reporter, (ims_diag_sink){ remember, &s });
  for (int i = 0; i < IMSI_ERROR_CAP; i++)
    imsi_report(&reporter, IMS_DIAG_DOCTYPE, nowhere, NULL, NULL, NULL, NULL);
  cr_expect_not(imsi_reporter_full(&reporter));
  imsi_report(&reporter, IMS_DIAG_FIRST_HERE, nowhere, "x", NULL, NULL, NULL);
  cr_expect_eq(s.count, IMSI_ERROR_CAP + 1, "the note of the last error is shown");
  for (int i = 0; i < 5; i++) {
    imsi_report(&reporter, IMS_DIAG_DOCTYPE, nowhere, NULL, NULL, NULL, NULL);
    imsi_report(&reporter, IMS_DIAG_FIRST_HERE, nowhere, "x", NULL, NULL, NULL);
  }
  cr_expect(imsi_reporter_full(&reporter));
  cr_expect_eq(s.count, IMSI_ERROR_CAP + 2);
  cr_expect_eq(s.last.id, IMS_DIAG_TOO_MANY_ERRORS);
  cr_expect_str_eq(s.text, "100 errors shown, the rest are left out");
  cr_expect_eq(reporter.errors, IMSI_ERROR_CAP);
  imsi_reporter_free(&reporter);
}
