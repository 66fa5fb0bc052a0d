#define _XOPEN_SOURCE 700 /* mkdtemp, symlink */

#include "unit/fixture_model.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[64];

/* The files of a test, removed again even where it fails. */
static void make_folder(void)
{
  strcpy(folder, "/tmp/imsmap-load-XXXXXX");
  cr_assert_not_null(mkdtemp(folder));
}

static void remove_folder(void)
{
  char command[96];
  snprintf(command, sizeof command, "rm -rf '%s'", folder);
  if (system(command))
    cr_log_warn("%s stays", folder);
}

TestSuite(load, .init = make_folder, .fini = remove_folder);

/* The path of `name` in the folder; good until the next call but three. */
static const char *in_folder(const char *name)
{
  static char paths[4][512];
  static size_t next;
  char *path = paths[next++ % 4];
  snprintf(path, sizeof paths[0], "%s/%s", folder, name);
  return path;
}

static void write_bytes(const char *name, const char *data, size_t size)
{
  FILE *file = fopen(in_folder(name), "wb");
  cr_assert_not_null(file, "%s", name);
  cr_assert_eq(fwrite(data, 1, size, file), size);
  cr_assert_eq(fclose(file), 0);
}

static void write_file(const char *name, const char *text)
{
  write_bytes(name, text, strlen(text));
}

static void make_directory(const char *name)
{
  cr_assert_eq(mkdir(in_folder(name), 0700), 0);
}

/* Root may read everything: tests of what may not be read need somebody else. */
static void become_nobody(void)
{
  if (geteuid() == 0 && (chmod(folder, 0755) || seteuid(65534)))
    cr_skip_test("cannot become somebody who may not read");
}

static void become_root(void)
{
  if (getuid() == 0 && seteuid(0))
    cr_log_warn("cannot become root again");
}

typedef struct loading {
  fixture_diags diags;
  ims_loader *loader;
} loading;

static void begin(loading *l, uint64_t max_size)
{
  *l = (loading){ 0 };
  cr_assert_eq(ims_loader_new(&(ims_load_options){ .max_size = max_size }, fixture_sink(&l->diags), &l->loader),
               IMS_OK);
}

static void end(loading *l)
{
  ims_loader_free(l->loader);
  fixture_diags_free(&l->diags);
}

/* Expects what loading `path` returns and reports. */
static void expect_path(const char *path, ims_status status, const char *codes)
{
  loading l;
  begin(&l, 0);
  cr_expect_eq(ims_loader_path(l.loader, path), status, "%s", path);
  cr_expect_str_eq(fixture_codes(&l.diags), codes, "%s: %s", path, fixture_codes(&l.diags));
  for (size_t i = 0; i < l.diags.count; i++)
    cr_expect(*l.diags.list[i].file, "a file is named");
  end(&l);
}

#define EDITION(id) DOC("<edition id='" id "' name='A'/>")

Test(load, a_profile_among_mappings_is_left_alone)
{
  make_directory("d");
  write_file("d/a.xml", EDITION("a:1"));
  write_file("d/imsmap.xml", "<register version='1'/>");
  expect_path(in_folder("d"), IMS_OK, "");
}

Test(load, a_loader_without_files_makes_an_empty_model)
{
  loading l;
  ims_model *model = NULL;
  begin(&l, 0);
  cr_expect_eq(ims_loader_finish(l.loader, &model), IMS_OK);
  cr_expect_eq(ims_edition_count(model), 0);
  ims_model_free(model);
  end(&l);
  ims_loader_free(NULL);
}

Test(load, options_may_be_left_out)
{
  ims_loader *loader = NULL;
  cr_assert_eq(ims_loader_new(NULL, (ims_diag_sink){ NULL, NULL }, &loader), IMS_OK);
  cr_expect_eq(ims_loader_memory(loader, "x", "<oops/>", 7), IMS_INVALID, "without a sink nothing is told");
  ims_loader_free(loader);
}

Test(load, a_file_is_read_under_the_name_given)
{
  write_file("a.xml", "<imsmap version='1'>\n <oops/></imsmap>");
  loading l;
  begin(&l, 0);
  cr_expect_eq(ims_loader_file(l.loader, in_folder("a.xml")), IMS_INVALID);
  cr_assert_eq(l.diags.count, 1);
  cr_expect_str_eq(l.diags.list[0].file, in_folder("a.xml"));
  cr_expect_eq(l.diags.list[0].line, 2);
  cr_expect_eq(l.diags.list[0].column, 2);
  end(&l);
}

Test(load, what_cannot_be_opened_is_reported)
{
  expect_path(in_folder("nowhere.xml"), IMS_IO, "0:0 cannot-open");
  loading l;
  begin(&l, 0);
  ims_loader_file(l.loader, in_folder("nowhere.xml"));
  cr_expect_not_null(strstr(l.diags.list[0].text, strerror(ENOENT)));
  end(&l);
}

Test(load, an_unreadable_file_is_reported)
{
  write_file("secret.xml", EDITION("a:1"));
  cr_assert_eq(chmod(in_folder("secret.xml"), 0), 0);
  become_nobody();
  expect_path(in_folder("secret.xml"), IMS_IO, "0:0 cannot-open");
  become_root();
}

Test(load, an_empty_file_is_reported)
{
  write_file("empty.xml", "");
  expect_path(in_folder("empty.xml"), IMS_INVALID, "0:0 file-empty");
  write_file("blank.xml", " \n");
  expect_path(in_folder("blank.xml"), IMS_INVALID, "2:1 not-well-formed");
}

Test(load, a_directory_is_no_file)
{
  loading l;
  begin(&l, 0);
  cr_expect_eq(ims_loader_file(l.loader, folder), IMS_IO);
  cr_expect_str_eq(fixture_codes(&l.diags), "0:0 is-directory");
  end(&l);
}

Test(load, a_directory_without_data_is_reported)
{
  write_file("readme.txt", "x");
  write_file(".hidden.xml", "x");
  write_file(".xml", "x");
  make_directory("below");
  expect_path(folder, IMS_IO, "0:0 no-data-file");
}

Test(load, every_data_file_in_and_below_a_directory_is_read)
{
  make_directory("below");
  make_directory("below/deeper");
  make_directory(".git");
  write_file("a.xml", EDITION("a:1"));
  write_file("below/b.xml", EDITION("b:1"));
  write_file("below/deeper/c.xml", EDITION("c:1"));
  write_file(".git/d.xml", EDITION("d:1"));
  write_file("e.xml.bak", "no xml");
  loading l;
  ims_model *model = NULL;
  begin(&l, 0);
  cr_expect_eq(ims_loader_path(l.loader, folder), IMS_OK);
  cr_assert_eq(ims_loader_finish(l.loader, &model), IMS_OK);
  cr_expect_eq(ims_edition_count(model), 3);
  ims_model_free(model);
  end(&l);
}

Test(load, a_slash_at_the_end_of_a_directory_changes_nothing)
{
  write_file("a.xml", DOC("<oops/>"));
  char path[80];
  snprintf(path, sizeof path, "%s/", folder);
  loading l;
  begin(&l, 0);
  cr_expect_eq(ims_loader_path(l.loader, path), IMS_INVALID);
  cr_expect_str_eq(l.diags.list[0].file, in_folder("a.xml"));
  end(&l);
}

Test(load, files_of_a_directory_come_in_natural_order)
{
  static const char *const names[] = { "10.xml", "9.xml", "a.xml", "2.xml" };
  static const char *const order[] = { "2.xml", "9.xml", "10.xml", "a.xml" };
  for (size_t i = 0; i < 4; i++)
    write_file(names[i], DOC("<oops/>"));
  loading l;
  begin(&l, 0);
  cr_expect_eq(ims_loader_path(l.loader, folder), IMS_INVALID);
  cr_assert_eq(l.diags.count, 4);
  for (size_t i = 0; i < 4; i++)
    cr_expect_str_eq(l.diags.list[i].file, in_folder(order[i]));
  end(&l);
}

Test(load, a_bad_file_does_not_hide_the_others)
{
  write_file("1.xml", "<imsmap");
  write_file("2.xml", DOC("<oops/>"));
  write_file("3.xml", "");
  write_file("4.xml", EDITION("a:1"));
  expect_path(folder, IMS_INVALID, "1:8 not-well-formed; 2:1 unknown-element; 0:0 file-empty");
}

Test(load, a_directory_that_cannot_be_opened_does_not_hide_the_files)
{
  write_file("a.xml", DOC("<oops/>"));
  make_directory("secret");
  make_directory("zoo");
  write_file("zoo/b.xml", DOC("<oops/>"));
  cr_assert_eq(chmod(in_folder("secret"), 0), 0);
  cr_assert_eq(chmod(in_folder("zoo"), 0755), 0);
  become_nobody();
  loading l;
  begin(&l, 0);
  cr_expect_neq(ims_loader_path(l.loader, folder), IMS_OK);
  cr_expect_eq(l.diags.count, 3, "%s", fixture_codes(&l.diags));
  end(&l);
  become_root();
}

Test(load, a_directory_that_cannot_be_opened_is_told_by_the_status)
{
  write_file("a.xml", EDITION("a:1"));
  make_directory("secret");
  cr_assert_eq(chmod(in_folder("secret"), 0), 0);
  become_nobody();
  expect_path(folder, IMS_IO, "0:0 cannot-open");
  become_root();
}

Test(load, a_cap_holds_for_files_and_for_memory)
{
  static const char xml[] = EDITION("a:1");
  const size_t size = sizeof xml - 1;
  write_bytes("a.xml", xml, size);
  loading l;
  begin(&l, size - 1);
  cr_expect_eq(ims_loader_file(l.loader, in_folder("a.xml")), IMS_LIMIT);
  cr_expect_eq(ims_loader_memory(l.loader, "memory", xml, size), IMS_LIMIT);
  cr_expect_str_eq(fixture_codes(&l.diags), "0:0 file-too-large; 0:0 file-too-large");
  end(&l);
  begin(&l, size);
  cr_expect_eq(ims_loader_file(l.loader, in_folder("a.xml")), IMS_OK);
  end(&l);
}

Test(load, the_default_cap_is_64_mib)
{
  const size_t size = (size_t)IMS_LOAD_MAX_SIZE + 1;
  char *text = malloc(size);
  cr_assert_not_null(text);
  static const char begin_with[] = "<imsmap version='1'>\n", end_with[] = "</imsmap>";
  memset(text, ' ', size);
  memcpy(text, begin_with, sizeof begin_with - 1);
  memcpy(text + size - sizeof end_with, end_with, sizeof end_with - 1);
  loading l;
  begin(&l, 0);
  cr_expect_eq(ims_loader_memory(l.loader, "large.xml", text, size - 1), IMS_OK);
  cr_expect_eq(ims_loader_memory(l.loader, "larger.xml", text, size), IMS_LIMIT);
  cr_expect_str_eq(fixture_codes(&l.diags), "0:0 file-too-large");
  end(&l);
  free(text);
}

Test(load, a_loop_of_links_ends)
{
  write_file("a.xml", EDITION("a:1"));
  cr_assert_eq(symlink(folder, in_folder("loop")), 0);
  loading l;
  begin(&l, 0);
  ims_loader_path(l.loader, folder); /* ends; what it finds more than once is a duplicate */
  end(&l);
}

Test(load, layers_are_opened_by_the_caller)
{
  loading l;
  ims_model *model = NULL;
  static const char below[] = DOC("<edition id='a:1' name='below'/>"),
                    above[] = DOC("<edition id='a:1' name='above'/>");
  begin(&l, 0);
  cr_expect_eq(ims_loader_memory(l.loader, "1.xml", below, sizeof below - 1), IMS_OK);
  ims_loader_layer(l.loader);
  ims_loader_layer(l.loader); /* an empty layer is none */
  cr_expect_eq(ims_loader_memory(l.loader, "2.xml", above, sizeof above - 1), IMS_OK);
  cr_assert_eq(ims_loader_finish(l.loader, &model), IMS_OK);
  cr_expect_str_eq(fixture_edition(model, "a:1")->name, "above");
  ims_model_free(model);
  end(&l);
}

Test(load, one_error_in_any_file_means_no_model)
{
  loading l;
  ims_model *const untouched = NULL;
  ims_model *model = untouched;
  begin(&l, 0);
  cr_expect_eq(ims_loader_memory(l.loader, "1.xml", "<imsmap version='1'/>", 21), IMS_OK);
  cr_expect_eq(ims_loader_memory(l.loader, "2.xml", "<oops/>", 7), IMS_INVALID);
  cr_expect_eq(ims_loader_finish(l.loader, &model), IMS_INVALID);
  cr_expect_eq(model, untouched);
  end(&l);
}

Test(load, the_built_in_mappings_load_without_a_word)
{
  loading l;
  ims_model *model = NULL;
  begin(&l, 0);
  cr_expect_eq(ims_loader_builtin(l.loader), IMS_OK);
  cr_assert_eq(ims_loader_finish(l.loader, &model), IMS_OK);
  cr_expect_str_eq(fixture_messages(&l.diags), "");
  cr_expect_eq(strncmp(ims_edition_at(model, 0)->pos.file, "builtin:standards/", 18), 0);
  ims_model_free(model);
  end(&l);
}

Test(load, the_built_in_mappings_are_those_of_the_folder)
{
  loading l;
  ims_model *built_in = NULL, *from_folder = NULL;
  begin(&l, 0);
  cr_expect_eq(ims_loader_builtin(l.loader), IMS_OK);
  cr_assert_eq(ims_loader_finish(l.loader, &built_in), IMS_OK);
  end(&l);
  begin(&l, 0);
  cr_expect_eq(ims_loader_path(l.loader, MAPPINGS_DIR), IMS_OK);
  cr_assert_eq(ims_loader_finish(l.loader, &from_folder), IMS_OK, "%s", fixture_messages(&l.diags));
  cr_expect_eq(ims_edition_count(built_in), ims_edition_count(from_folder));
  cr_expect_eq(ims_node_count(built_in), ims_node_count(from_folder));
  cr_expect_eq(ims_relation_count(built_in), ims_relation_count(from_folder));
  cr_expect_eq(ims_verdict_count(built_in), ims_verdict_count(from_folder));
  ims_model_free(built_in);
  ims_model_free(from_folder);
  end(&l);
}
