#include "model/editions.h"

#include "unit/fixture_model.h"

#define EDITION(id, more) "<edition id='" id "' name='N' " more "/>\n"

static ims_model *model;

static void make(void)
{
  model =
      fixture_model(DOC(EDITION("9001:2015", "default='yes'") EDITION("9001:2026", "") EDITION("20000-1:2018", "")
                            EDITION("20000-2:2019", "") EDITION("27001:2013", "")
                                EDITION("27001:2022", "prints='EN ISO/IEC 27001:2023; DIN EN ISO/IEC 27001:2024-01'")));
}

static void drop(void)
{
  ims_model_free(model);
}

TestSuite(editions, .init = make, .fini = drop);

static const char *usual(const char *number)
{
  const ims_edition *edition = imsi_edition_usual(model, number, strlen(number));
  return edition ? edition->id : "none";
}

static const ims_edition *edition(const char *id)
{
  return ims_edition_find(model, id, strlen(id));
}

Test(editions, without_a_year_the_default_is_meant_or_the_only_one)
{
  cr_expect_str_eq(usual("9001"), "9001:2015");
  cr_expect_str_eq(usual("20000-1"), "20000-1:2018");
  cr_expect_str_eq(usual("27001"), "none", "two, and no default");
  cr_expect_str_eq(usual("20000"), "none", "a part of a number is no number");
  cr_expect_str_eq(usual("9001:2015"), "none", "a year is no part of it");
  cr_expect_str_eq(usual(""), "none");
}

Test(editions, of_one_standard_are_those_with_one_number)
{
  cr_expect(imsi_same_standard(edition("27001:2013"), edition("27001:2022")));
  cr_expect(imsi_same_standard(edition("9001:2015"), edition("9001:2015")));
  cr_expect_not(imsi_same_standard(edition("20000-1:2018"), edition("20000-2:2019")));
  cr_expect(imsi_edition_is_of(edition("20000-1:2018"), "20000-1", 7));
  cr_expect_not(imsi_edition_is_of(edition("20000-1:2018"), "20000", 5));
  cr_expect_not(imsi_edition_is_of(edition("20000-1:2018"), "20000-1:2018", 12));
}

static const char *printed(const char *name)
{
  const ims_edition *found = imsi_edition_printed(model, name, strlen(name));
  return found ? found->id : "none";
}

Test(editions, what_a_standards_body_prints_is_the_edition_that_lists_it)
{
  cr_expect_str_eq(printed("DIN EN ISO/IEC 27001:2024-01"), "27001:2022");
  cr_expect_str_eq(printed("din en iso/iec 27001 (2024)"), "27001:2022", "signs and case do not matter");
  cr_expect_str_eq(printed("DIN EN ISO/IEC 27001:2024-01+A1:2024"), "27001:2022", "nor do amendments");
  cr_expect_str_eq(printed("EN ISO/IEC 27001:2023/A1:2024"), "27001:2022");
  cr_expect_str_eq(printed("EN ISO/IEC 27001:2024"), "none", "the year of another print");
  cr_expect_str_eq(printed("BS EN ISO/IEC 27001:2023"), "none", "not listed");
  cr_expect_str_eq(printed("20000-10"), "none");
  cr_expect_str_eq(printed(""), "none");
}
