#include "unit/fixture_model.h"

#define ROOT(inside) "<imsmap version='1'>\n" inside "\n</imsmap>"

Test(xml_attributes, an_unknown_one_is_told_with_those_allowed)
{
  fixture_expect_messages(ROOT("<family id='f' name='F' colour='red'/>"),
                          "2:1 unknown attribute 'colour' on 'family'; allowed: id, name, title\n");
}

Test(xml_attributes, each_missing_one_is_told)
{
  fixture_expect_messages(ROOT("<family/>"), "2:1 'family' needs the attribute 'id'\n"
                                             "2:1 'family' needs the attribute 'name'\n");
}

Test(xml_attributes, a_prefix_makes_another_attribute)
{
  fixture_expect(ROOT("<family xml:id='f' name='F'/>"), "2:1 unknown-attribute; 2:1 missing-attribute");
}

Test(xml_attributes, a_long_value_is_cut_between_characters)
{
  char xml[400] = "<imsmap version='1'>\n<family id='", shown[200] = "2:1 '";
  for (int i = 0; i < 79; i++) {
    strcat(xml, "/");
    strcat(shown, "/");
  }
  strcat(xml, "\xC3\xA9/' name='F'/>\n</imsmap>"); /* the 80th byte is the first half of a character */
  strcat(shown, "...' is no value for 'id'; allowed: one word without '/' and '#'\n");
  fixture_expect_messages(xml, shown);
}

Test(xml_attributes, an_ampersand_is_one_however_it_is_written)
{
  fixture_expect_messages(ROOT("<family id='f' name='F'/><family id='f' name='a &amp; b &#38; c'/>\n"
                               "<basis id='a&amp;#38;/' title='t'/>"),
                          "3:1 'a&#38;/' is no value for 'id'; allowed: one word without '/' and '#'\n"
                          "2:26 family 'f' is there already\n2:1 the first 'f' is here\n");
}
