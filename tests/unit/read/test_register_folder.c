#define _XOPEN_SOURCE 700 /* mkdtemp */

#include "unit/complete_document.h"
#include "unit/fixture_reader.h"
#include "unit/report/fixture_report.h"

#include <stdlib.h>
#include <unistd.h>

#define FOLDER TEST_DATA_DIR "/good/registers/folder"

/* Reads the path with what was reported. */
static ims_status read_path(const ims_model *model, const char *path, fixture_diags *diags, ims_register **evidence)
{
  ims_register_reader *reader = NULL;
  cr_assert_eq(ims_register_reader_new(model, NULL, fixture_sink(diags), &reader), IMS_OK);
  const ims_status read = ims_register_reader_path(reader, path);
  const ims_status finished = ims_register_reader_finish(reader, evidence);
  cr_expect_eq(read != IMS_OK, finished != IMS_OK);
  ims_register_reader_free(reader);
  return read;
}

/* The kind and name of each entry as they were read, a line each. */
static void expect_entries(const char *path, const char *expected)
{
  fixture_diags diags = { 0 };
  ims_memory got = { 0 };
  ims_register *evidence = NULL;
  ims_model *model = fixture_model(complete_document());
  cr_assert_eq(read_path(model, path, &diags, &evidence), IMS_OK, "%s", fixture_messages(&diags));
  cr_expect_eq(diags.count, 0, "%s", fixture_messages(&diags));
  size_t total = 0;
  for (int kind = 0; kind < IMS_ENTRY_KIND_COUNT; kind++)
    total += ims_register_count(evidence, (ims_entry_kind)kind);
  for (uint32_t i = 0; i < total; i++)
    fixture_printf(&got, "%s %s\n", ims_entry_kind_key(ims_entry_kind_of(evidence, (ims_entry){ i })),
                   ims_entry_name(evidence, (ims_entry){ i }));
  fixture_compare(&got, expected);
  ims_register_free(evidence);
  ims_model_free(model);
  fixture_diags_free(&diags);
}

Test(register_folder, its_profile_and_its_delimited_text_are_read_in_natural_order)
{
  expect_entries(FOLDER, "audit A-1\ndocument D-2\ndocument D-10\norganization Example Ltd\nsystem QMS\n");
}

Test(register_folder, a_slash_at_the_end_changes_nothing)
{
  expect_entries(FOLDER "/", "audit A-1\ndocument D-2\ndocument D-10\norganization Example Ltd\nsystem QMS\n");
}

Test(register_folder, what_is_no_folder_is_a_file)
{
  expect_entries(FOLDER "/document-2.csv", "document D-2\n");
}

static void expect_failure(const char *path, const char *codes)
{
  fixture_diags diags = { 0 };
  ims_register *evidence = NULL;
  ims_model *model = fixture_model(complete_document());
  cr_expect_eq(read_path(model, path, &diags, &evidence), IMS_IO);
  cr_expect_null(evidence);
  cr_expect_str_eq(fixture_codes(&diags), codes);
  ims_model_free(model);
  fixture_diags_free(&diags);
}

Test(register_folder, without_such_files_it_is_no_register)
{
  char folder[] = "/tmp/imsmap-XXXXXX";
  cr_assert_not_null(mkdtemp(folder));
  expect_failure(folder, "0:0 no-data-file");
  cr_assert_eq(rmdir(folder), 0);
}

Test(register_folder, what_is_not_there_is_told)
{
  expect_failure(FOLDER "/nowhere", "0:0 cannot-open");
}

Test(register_folder, a_broken_file_in_it_does_not_hide_the_others)
{
  fixture_diags diags = { 0 };
  ims_register_reader *reader = NULL;
  ims_register *evidence = NULL;
  ims_model *model = fixture_model(complete_document());
  char folder[] = "/tmp/imsmap-XXXXXX", name[64];
  cr_assert_not_null(mkdtemp(folder));
  snprintf(name, sizeof name, "%s/a.csv", folder);
  FILE *stream = fopen(name, "w");
  cr_assert_not_null(stream);
  fputs("ID,Title\nA,B\n", stream);
  fclose(stream);
  snprintf(name, sizeof name, "%s/imsmap.xml", folder);
  stream = fopen(name, "w");
  cr_assert_not_null(stream);
  fputs("<register>", stream);
  fclose(stream);
  cr_assert_eq(ims_register_reader_new(model, NULL, fixture_sink(&diags), &reader), IMS_OK);
  cr_expect_eq(ims_register_reader_path(reader, folder), IMS_INVALID);
  cr_expect_eq(ims_register_reader_finish(reader, &evidence), IMS_INVALID);
  cr_expect_gt(diags.count, (size_t)0);
  ims_register_reader_free(reader);
  ims_model_free(model);
  fixture_diags_free(&diags);
  remove(name);
  snprintf(name, sizeof name, "%s/a.csv", folder);
  remove(name);
  cr_assert_eq(rmdir(folder), 0);
}
