/* Completion scripts, made from the tables of commands and options. */

#include "command.h"
#include "message.h"

#include <stdio.h>
#include <string.h>

static void commands(const char *separator)
{
  for (size_t i = 0; i < command_count(); i++)
    printf("%s%s", i ? separator : "", command_at(i).name);
}

/* The long options of a command, each after `before`. */
static void options(const command *c, const char *before)
{
  for (size_t i = 0; i < option_rule_count; i++)
    if (command_takes(c, &option_rules[i]))
      printf("%s--%s", before, option_rules[i].name);
  for (size_t i = 0; i < c->param_count; i++)
    if (!c->params[i].positional)
      printf("%s--%s", before, c->params[i].name);
}

static void formats(void)
{
  size_t count;
  const ims_format *const *all = ims_formats(&count);
  for (size_t i = 0; i < count; i++)
    printf("%s%s", i ? " " : "", all[i]->name);
}

static void images(void)
{
  size_t count;
  const ims_image *const *all = ims_images(&count);
  for (size_t i = 0; i < count; i++)
    printf("%s%s", i ? " " : "", all[i]->name);
}

static void diagrams(void)
{
  size_t count;
  const ims_diagram *const *all = ims_diagrams(&count);
  for (size_t i = 0; i < count; i++)
    printf("%s%s", i ? " " : "", all[i]->name);
}

static void bash(void)
{
  printf("_imsmap()\n{\n"
         "  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}\n"
         "  local words\n"
         "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n    words='");
  commands(" ");
  printf("'\n  else\n    case $before in\n    -f|--format) words='");
  formats();
  printf("'; [ \"$command\" != diagram ] || words='");
  images();
  printf(
      "' ;;\n    --color) words='auto always never' ;;\n    --level) words='clause provision' ;;\n"
      "    --theme) words='auto light dark' ;;\n    --view) words='sets bars clauses' ;;\n"
      "    -o|--output|-m|--mappings|-r|--register|-p|--profile) COMPREPLY=($(compgen -f -- \"$current\")); return ;;\n"
      "    *)\n      case $command in\n");
  for (size_t i = 0; i < command_count(); i++) {
    const command c = command_at(i);
    printf("      %s) words='", c.name);
    options(&c, " ");
    printf("' ;;\n");
  }
  printf("      esac\n"
         "      case $command in\n"
         "      check|diff) [ \"${current#-}\" != \"$current\" ] || { COMPREPLY=($(compgen -f -- \"$current\")); "
         "return; } ;;\n"
         "      help) words='");
  commands(" ");
  printf("' ;;\n      completion) words='bash zsh fish' ;;\n      diagram) [ \"$COMP_CWORD\" -gt 2 ] && words=\"$words "
         "$(imsmap standards -f tsv 2>/dev/null | cut -f 1 | tail -n +2)\" || words=\"$words ");
  diagrams();
  printf("\" ;;\n"
         "      *) words=\"$words $(imsmap standards -f tsv 2>/dev/null | cut -f 1 | tail -n +2)\" ;;\n"
         "      esac ;;\n    esac\n  fi\n"
         "  COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
         "  type __ltrim_colon_completions >/dev/null 2>&1 && __ltrim_colon_completions \"$current\"\n}\n"
         "complete -F _imsmap imsmap\n");
}

static void zsh(void)
{
  printf("#compdef imsmap\n"
         "# the completion of bash serves here too\n"
         "autoload -U +X bashcompinit && bashcompinit\n");
  bash();
}

static void fish_option(const char *command_name, const char *name, char letter, const char *value, const char *summary)
{
  printf("complete -c imsmap -n '__fish_seen_subcommand_from %s' -l %s", command_name, name);
  if (letter)
    printf(" -s %c", letter);
  printf("%s -d \"%s\"\n", value ? " -r" : "", summary);
}

static void fish(void)
{
  printf("complete -c imsmap -f\n");
  for (size_t i = 0; i < command_count(); i++) {
    const command c = command_at(i);
    printf("complete -c imsmap -n __fish_use_subcommand -a %s -d \"%s\"\n", c.name, c.summary);
    for (size_t k = 0; k < option_rule_count; k++)
      if (command_takes(&c, &option_rules[k]))
        fish_option(c.name, option_rules[k].name, option_rules[k].letter, option_rules[k].value,
                    option_rules[k].summary);
    for (size_t k = 0; k < c.param_count; k++)
      if (!c.params[k].positional)
        fish_option(c.name, c.params[k].name, 0, c.params[k].value, c.params[k].summary);
    if (c.report)
      printf("complete -c imsmap -n '__fish_seen_subcommand_from %s' "
             "-a '(imsmap standards -f tsv 2>/dev/null | cut -f 1 | tail -n +2)'\n",
             c.name);
  }
  printf("complete -c imsmap -n '__fish_seen_subcommand_from check diff' -F\n");
}

static int run(const command *self, const settings *given)
{
  static const struct {
    const char *shell;
    void (*print)(void);
  } shells[] = { { "bash", bash }, { "zsh", zsh }, { "fish", fish } };
  if (given->word_count > 1) {
    message_usage(self->name, "too many words, from", given->words[1]);
    return EXIT_USAGE;
  }
  for (size_t i = 0; given->word_count == 1 && i < sizeof shells / sizeof *shells; i++)
    if (strcmp(shells[i].shell, given->words[0]) == 0) {
      shells[i].print();
      return EXIT_DONE;
    }
  message_usage(self->name, "the shell is bash, zsh or fish, not", given->word_count ? given->words[0] : "nothing");
  return EXIT_USAGE;
}

const command command_completion = {
  .name = "completion",
  .synopsis = "bash|zsh|fish",
  .summary = "a completion script for a shell",
  .run = run,
};
