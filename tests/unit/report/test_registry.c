#include "report/registry.h"

#include "unit/report/fixture_report.h"

#include <ctype.h>

Test(registry, lists_the_reports_in_the_order_of_the_manual)
{
  /* clang-format off */
  static const char *const names[] = {
    "checks",
    "compare",
    "consistency",
    "correlate",
    "cover",
    "duties",
    "coverage",
    "explain",
    "findings",
    "gap",
    "impact",
    "matrix",
    "overlap",
    "register",
    "review",
    "shared",
    "show",
    "soa",
    "standards",
    "suggest",
    "terms",
    "topics",
  };
  /* clang-format on */
  size_t count;
  const ims_report *const *reports = ims_reports(&count);
  cr_assert_eq(count, sizeof names / sizeof *names);
  for (size_t i = 0; i < count; i++)
    cr_expect_str_eq(reports[i]->name, names[i]);
}

Test(registry, finds_a_report_by_its_name)
{
  cr_expect_eq(ims_report_find("compare"), &imsi_report_compare);
  cr_expect_eq(ims_report_find("correlate"), &imsi_report_correlate);
  cr_expect_eq(ims_report_find("cover"), &imsi_report_cover);
  cr_expect_eq(ims_report_find("explain"), &imsi_report_explain);
  cr_expect_eq(ims_report_find("impact"), &imsi_report_impact);
  cr_expect_eq(ims_report_find("show"), &imsi_report_show);
  cr_expect_eq(ims_report_find("standards"), &imsi_report_standards);
  cr_expect_eq(ims_report_find("terms"), &imsi_report_terms);
  cr_expect_null(ims_report_find(""));
  cr_expect_null(ims_report_find("correlat"));
  cr_expect_null(ims_report_find("Correlate"));
}

static void expect_one_line(const char *text)
{
  cr_assert_gt(strlen(text), (size_t)0);
  cr_expect_null(strchr(text, '\n'), "%s", text);
  cr_expect_neq(text[strlen(text) - 1], '.', "%s", text);
}

Test(registry, every_report_says_what_it_does_and_wants)
{
  size_t count;
  const ims_report *const *reports = ims_reports(&count);
  for (size_t i = 0; i < count; i++) {
    cr_expect_not_null(reports[i]->run);
    expect_one_line(reports[i]->summary);
    for (size_t k = 0; k < reports[i]->param_count; k++) {
      const ims_param *param = &reports[i]->params[k];
      expect_one_line(param->summary);
      cr_expect(islower((unsigned char)*param->name), "%s", param->name);
      cr_expect(param->value || !(param->required || param->positional), "a flag has no place: %s", param->name);
    }
  }
}

Test(registry, only_the_last_parameter_that_is_given_by_place_may_be_repeated)
{
  size_t count;
  const ims_report *const *reports = ims_reports(&count);
  for (size_t i = 0; i < count; i++) {
    bool open = false;
    for (size_t k = 0; k < reports[i]->param_count; k++) {
      const ims_param *param = &reports[i]->params[k];
      cr_expect_not(open && param->positional, "%s %s", reports[i]->name, param->name);
      open = open || (param->positional && param->many);
    }
  }
}
