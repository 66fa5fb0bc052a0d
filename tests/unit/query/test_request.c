#include "query/request.h"

#include "unit/report/fixture_report.h"

Test(request, a_value_is_found_by_name_and_place)
{
  const ims_request *request = WIDE({ "pivot", "a" }, { "other", "b" }, { "reverse", NULL }, { "other", "c" });
  cr_expect_str_eq(imsi_request_value(request, "pivot", 0), "a");
  cr_expect_str_eq(imsi_request_value(request, "other", 0), "b");
  cr_expect_str_eq(imsi_request_value(request, "other", 1), "c");
  cr_expect_null(imsi_request_value(request, "other", 2));
  cr_expect_null(imsi_request_value(request, "level", 0));
  cr_expect_null(imsi_request_value(request, "reverse", 0));
}

Test(request, a_flag_is_given_or_not)
{
  const ims_request *request = WIDE({ "reverse", NULL });
  cr_expect(imsi_request_has(request, "reverse"));
  cr_expect_not(imsi_request_has(request, "level"));
  cr_expect_not(imsi_request_has(&(ims_request){ 0 }, "reverse"));
}
