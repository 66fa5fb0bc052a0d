#include "unit/check/fixture_check.h"

Test(control_needed, a_control_that_the_sms_works_with_is_asked_about)
{
  fixture_expect_found(
      "T14",
      LINES(SMS " sites=Bonn services=Hosting", ISMS " sites=Bonn,Kiel services=Hosting",
            "control id=A.8.32 systems=ISMS applicable=no reason_out=No changes",
            "control id=A.8.13 systems=ISMS applicable=no",
            "control id=A.7.4 systems=ISMS applicable=no reason_out=None",
            "control id=A.5.9 systems=ISMS applicable=yes"),
      "4:37 warning: A.8.13 | 20000-1:2018/8.7.2, requirement | SMS, ISMS\n"
      "  27001:2022/A.8.13 (Information backup) is left out of ISMS; 20000-1:2018/8.7.2 (Service "
      "continuity management) has the same subject, Continuity of services, readiness of IT, backup; "
      "that it asks any of the same is not shown\n"
      "  ask for the reason; nobody is obliged to include the control\n"
      "3:37 warning: A.8.32 | 20000-1:2018/8.5.1, requirement | SMS, ISMS\n"
      "  27001:2022/A.8.32 (Change management) is left out of ISMS; 20000-1:2018/8.5.1 (Change "
      "management) has the same subject, Changes, and asks some of the same\n"
      "  look whether the reason given, 'No changes', goes with that; nobody is obliged to include the "
      "control\n");
}

Test(control_needed, where_scopes_are_apart_nothing_is_asked)
{
  fixture_expect_found("T14",
                       LINES(SMS " sites=Bonn", ISMS " sites=Kiel",
                             "control id=A.8.32 systems=ISMS applicable=no reason_out=No changes"),
                       "");
}

Test(control_needed, what_the_sms_has_no_occasion_for_is_not_asked_about)
{
  fixture_expect_found(
      "T14",
      LINES(SMS " sites=Bonn", ISMS " sites=Bonn",
            "exclusion systems=SMS clauses=20000-1:2018/8.3.4 exemption=no occurrence reason=Nobody supplies",
            "control id=A.5.19 systems=ISMS applicable=no reason_out=None"),
      "");
}

Test(control_needed, without_scopes_nothing_can_be_said)
{
  fixture_expect_found(
      "T14", LINES(SMS, ISMS " sites=Bonn", "control id=A.8.32 systems=ISMS applicable=no reason_out=No changes"),
      "not looked for (SMS, ISMS): whether the scopes of ISMS and SMS overlap is not known: list "
      "sites, units or services\n");
}

Test(control_needed, without_a_statement_nothing_can_be_said)
{
  fixture_expect_found("T14", LINES(SMS, ISMS), "not looked for (-): the register has no Statement of Applicability\n");
}

/* The pairs that an auditor asks about, whatever the topics of the data come to hold. */
Test(control_needed, the_pairs_are_those_that_are_meant)
{
  static const char *const lines[] = {
    SMS " sites=Bonn",
    ISMS " sites=Bonn",
    "control id=A.5.9 applicable=no",
    "control id=A.5.19 applicable=no",
    "control id=A.5.20 applicable=no",
    "control id=A.5.21 applicable=no",
    "control id=A.5.22 applicable=no",
    "control id=A.5.24 applicable=no",
    "control id=A.5.25 applicable=no",
    "control id=A.5.26 applicable=no",
    "control id=A.5.27 applicable=no",
    "control id=A.5.28 applicable=no",
    "control id=A.5.29 applicable=no",
    "control id=A.5.30 applicable=no",
    "control id=A.8.6 applicable=no",
    "control id=A.8.13 applicable=no",
    "control id=A.8.32 applicable=no",
  };
  ims_model *model = tables_builtin();
  ims_register *evidence = fixture_register(model, lines, sizeof lines / sizeof *lines);
  const ims_argument rule = { "rule", "T14" };
  const ims_request request = { .arguments = &rule, .argument_count = 1, .form = IMS_FORM_LONG, .evidence = evidence };
  ims_table *table = fixture_table(model, "findings", &request);
  ims_memory got = { 0 };
  for (size_t row = 0; row < ims_table_row_count(table); row++)
    fixture_printf(&got, "%s %s\n", fixture_cell_of(table, row, "subject"), fixture_cell_of(table, row, "against"));
  fixture_compare(&got, "A.5.9 20000-1:2018/8.2.5\n"
                        "A.5.19 20000-1:2018/8.3.4\n"
                        "A.5.20 20000-1:2018/8.3.4\n"
                        "A.5.21 20000-1:2018/8.3.4\n"
                        "A.5.22 20000-1:2018/8.3.4\n"
                        "A.5.24 20000-1:2018/8.7.3.3\n"
                        "A.5.25 20000-1:2018/8.7.3.3\n"
                        "A.5.26 20000-1:2018/8.7.3.3\n"
                        "A.5.27 20000-1:2018/8.7.3.3\n"
                        "A.5.28 20000-1:2018/8.7.3.3\n"
                        "A.5.29 20000-1:2018/8.7.2\n"
                        "A.5.30 20000-1:2018/8.7.2\n"
                        "A.8.6 20000-1:2018/8.4.3\n"
                        "A.8.13 20000-1:2018/8.7.2\n"
                        "A.8.32 20000-1:2018/8.5.1\n");
  ims_table_free(table);
  ims_register_free(evidence);
  ims_model_free(model);
}

Test(control_needed, what_the_sms_may_not_leave_out_it_works_with)
{
  fixture_expect_found(
      "T14",
      LINES(SMS " sites=Bonn", ISMS " sites=Bonn",
            "exclusion systems=SMS clauses=20000-1:2018/8.5.1 exemption=not applicable reason=None",
            "control id=A.8.32 systems=ISMS applicable=no reason_out=No changes"),
      "4:37 warning: A.8.32 | 20000-1:2018/8.5.1, requirement | SMS, ISMS\n"
      "  27001:2022/A.8.32 (Change management) is left out of ISMS; 20000-1:2018/8.5.1 (Change "
      "management) has the same subject, Changes, and asks some of the same\n"
      "  look whether the reason given, 'No changes', goes with that; nobody is obliged to include the "
      "control\n");
}
