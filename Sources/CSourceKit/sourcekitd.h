// The shapes of the toolchain's own sourcekitd.h that Swift needs in order to call functions it has
// looked up by name. Nothing is linked: the library is loaded when it is first used, and a machine
// without it has uncoloured code.
#ifndef EVIDENT_SOURCEKITD_H
#define EVIDENT_SOURCEKITD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
  uint64_t data[3];
} sourcekitd_variant_t;

typedef void *sourcekitd_object_t;
typedef void *sourcekitd_response_t;
typedef struct sourcekitd_uid_s *sourcekitd_uid_t;

typedef void (*sourcekitd_initialize_f)(void);
typedef sourcekitd_uid_t (*sourcekitd_uid_get_from_cstr_f)(const char *string);
typedef const char *(*sourcekitd_uid_get_string_ptr_f)(sourcekitd_uid_t uid);

typedef sourcekitd_object_t (*sourcekitd_request_dictionary_create_f)(
    const sourcekitd_uid_t *keys, const sourcekitd_object_t *values, size_t count);
typedef void (*sourcekitd_request_dictionary_set_uid_f)(
    sourcekitd_object_t dictionary, sourcekitd_uid_t key, sourcekitd_uid_t value);
typedef void (*sourcekitd_request_dictionary_set_int64_f)(
    sourcekitd_object_t dictionary, sourcekitd_uid_t key, int64_t value);
typedef void (*sourcekitd_request_dictionary_set_stringbuf_f)(
    sourcekitd_object_t dictionary, sourcekitd_uid_t key, const char *bytes, size_t length);
typedef void (*sourcekitd_request_release_f)(sourcekitd_object_t object);

typedef sourcekitd_response_t (*sourcekitd_send_request_sync_f)(sourcekitd_object_t request);
typedef bool (*sourcekitd_response_is_error_f)(sourcekitd_response_t response);
typedef sourcekitd_variant_t (*sourcekitd_response_get_value_f)(sourcekitd_response_t response);
typedef void (*sourcekitd_response_dispose_f)(sourcekitd_response_t response);

typedef sourcekitd_variant_t (*sourcekitd_variant_dictionary_get_value_f)(
    sourcekitd_variant_t dictionary, sourcekitd_uid_t key);
typedef int64_t (*sourcekitd_variant_dictionary_get_int64_f)(
    sourcekitd_variant_t dictionary, sourcekitd_uid_t key);
typedef sourcekitd_uid_t (*sourcekitd_variant_dictionary_get_uid_f)(
    sourcekitd_variant_t dictionary, sourcekitd_uid_t key);
typedef size_t (*sourcekitd_variant_array_get_count_f)(sourcekitd_variant_t array);
typedef sourcekitd_variant_t (*sourcekitd_variant_array_get_value_f)(
    sourcekitd_variant_t array, size_t index);

#endif
