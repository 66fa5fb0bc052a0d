#include "base/words.h"

#include <criterion/criterion.h>
#include <string.h>

Test(words, words_are_found_whole_in_the_singular_or_the_plural)
{
  cr_expect(imsi_words_in("Incident procedure", "incident"));
  cr_expect(imsi_words_in("Managing INCIDENTS", "incident"));
  cr_expect(imsi_words_in("Service level agreements, 2026", "service level agreement"));
  cr_expect(imsi_words_in("(audit)", "audit"));
  cr_expect_not(imsi_words_in("Incidental costs", "incident"));
  cr_expect_not(imsi_words_in("Coincident", "incident"));
  cr_expect_not(imsi_words_in("Service agreement", "service level agreement"));
  cr_expect_not(imsi_words_in("", "audit"));
  cr_expect_not(imsi_words_in("audit\xc3\xa9", "audit"), "a letter beyond ASCII goes on with the word");
}

/* The words of a text with blanks between. */
static const char *words_of(const char *text)
{
  static char joined[128];
  imsi_word word;
  joined[0] = '\0';
  while (imsi_word_next(&text, &word)) {
    strncat(joined, *joined ? " " : "", 1);
    strncat(joined, word.start, word.size);
  }
  return joined;
}

Test(words, words_of_a_title_are_those_that_say_something)
{
  cr_expect_str_eq(words_of("Policy on the use of assets"), "Policy asset");
  cr_expect_str_eq(words_of("Keys, 2026 / ISMS-4"), "Keys 2026 ISMS", "an s of four letters is the word's");
  cr_expect_str_eq(words_of("L\xc3\xb6sung"), "L\xc3\xb6sung");
  cr_expect_str_eq(words_of("a b c"), "");
  cr_expect_str_eq(words_of(""), "");
}

Test(words, a_word_is_known_again_in_another_title)
{
  const char *title = "Suppliers";
  imsi_word word;
  cr_assert(imsi_word_next(&title, &word));
  cr_expect(imsi_word_in("List of suppliers", word));
  cr_expect(imsi_word_in("supplier", word));
  cr_expect_not(imsi_word_in("Supply", word));
}

Test(words, words_are_the_same_whatever_their_case)
{
  cr_expect(imsi_word_same((imsi_word){ "Risks", 4 }, (imsi_word){ "risk", 4 }));
  cr_expect_not(imsi_word_same((imsi_word){ "risk", 4 }, (imsi_word){ "riskless", 8 }));
  cr_expect_not(imsi_word_same((imsi_word){ "risk", 4 }, (imsi_word){ "rise", 4 }));
}
