#include "ClockifyCurl.h"

#if defined(__linux__)
#include <dlfcn.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

// libcurl's own types are opaque pointers.
typedef struct {
    int kind;
    void *easy;
    union {
        void *pointer;
        int code;
    } data;
} curl_message;

enum { CURLMSG_DONE = 1, CURLINFO_REQUEST_SIZE = 0x200000 + 12, CURL_GLOBAL_DEFAULT = 3, CURLPAUSE_CONT = 0 };

static struct {
    int (*global_init)(long);
    const char *(*version)(void);
    void *(*easy_init)(void);
    void (*easy_cleanup)(void *);
    int (*easy_setopt)(void *, int, ...);
    int (*easy_getinfo)(void *, int, ...);
    int (*easy_pause)(void *, int);
    const char *(*easy_strerror)(int);
    void *(*slist_append)(void *, const char *);
    void (*slist_free_all)(void *);
    void *(*multi_init)(void);
    int (*multi_cleanup)(void *);
    int (*multi_setopt)(void *, int, ...);
    int (*multi_add_handle)(void *, void *);
    int (*multi_remove_handle)(void *, void *);
    int (*multi_perform)(void *, int *);
    int (*multi_poll)(void *, void *, unsigned int, int, int *);
    int (*multi_wakeup)(void *);
    curl_message *(*multi_info_read)(void *, int *);
} curl;

static bool curl_is_loaded = false;
static pthread_once_t curl_once = PTHREAD_ONCE_INIT;

static bool find(void *library, const char *name, void *function) {
    void *symbol = dlsym(library, name);
    *(void **)function = symbol;
    return symbol != NULL;
}

static void load_curl(void) {
    void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) return;
    bool is_complete =
        find(library, "curl_global_init", &curl.global_init) && find(library, "curl_version", &curl.version)
        && find(library, "curl_easy_init", &curl.easy_init) && find(library, "curl_easy_cleanup", &curl.easy_cleanup)
        && find(library, "curl_easy_setopt", &curl.easy_setopt) && find(library, "curl_easy_getinfo", &curl.easy_getinfo)
        && find(library, "curl_easy_pause", &curl.easy_pause) && find(library, "curl_easy_strerror", &curl.easy_strerror)
        && find(library, "curl_slist_append", &curl.slist_append) && find(library, "curl_slist_free_all", &curl.slist_free_all)
        && find(library, "curl_multi_init", &curl.multi_init) && find(library, "curl_multi_cleanup", &curl.multi_cleanup)
        && find(library, "curl_multi_setopt", &curl.multi_setopt) && find(library, "curl_multi_add_handle", &curl.multi_add_handle)
        && find(library, "curl_multi_remove_handle", &curl.multi_remove_handle)
        && find(library, "curl_multi_perform", &curl.multi_perform) && find(library, "curl_multi_poll", &curl.multi_poll)
        && find(library, "curl_multi_wakeup", &curl.multi_wakeup)
        && find(library, "curl_multi_info_read", &curl.multi_info_read);
    // Never closed: other code in the process may use it too.
    curl_is_loaded = is_complete && curl.global_init(CURL_GLOBAL_DEFAULT) == 0;
}

const char *clockify_curl_version(void) {
    pthread_once(&curl_once, load_curl);
    return curl_is_loaded ? curl.version() : NULL;
}

void *clockify_curl_easy_make(void) { return curl.easy_init(); }
void clockify_curl_easy_free(void *easy) { curl.easy_cleanup(easy); }

bool clockify_curl_set_number(void *easy, long option, int64_t value) {
    // Options from 30000 on take a 64-bit value, all others a long.
    if (option >= 30000) return curl.easy_setopt(easy, (int)option, value) == 0;
    return curl.easy_setopt(easy, (int)option, (long)value) == 0;
}

bool clockify_curl_set_text(void *easy, long option, const char *value) { return curl.easy_setopt(easy, (int)option, value) == 0; }
bool clockify_curl_set_context(void *easy, long option, void *value) { return curl.easy_setopt(easy, (int)option, value) == 0; }

bool clockify_curl_set_function(void *easy, long option, clockify_curl_function value) {
    return curl.easy_setopt(easy, (int)option, value) == 0;
}

bool clockify_curl_set_headers(void *easy, void *list) { return curl.easy_setopt(easy, CLOCKIFY_CURL_HTTPHEADER, list) == 0; }
void clockify_curl_resume(void *easy) { curl.easy_pause(easy, CURLPAUSE_CONT); }

long clockify_curl_sent_bytes(void *easy) {
    long count = 0;
    // If the number is unknown, something may have been sent.
    return curl.easy_getinfo(easy, CURLINFO_REQUEST_SIZE, &count) == 0 ? count : 1;
}

void *clockify_curl_list_append(void *list, const char *line) { return curl.slist_append(list, line); }
void clockify_curl_list_free(void *list) { curl.slist_free_all(list); }
const char *clockify_curl_reason(long code) { return curl.easy_strerror((int)code); }

void clockify_curl_begin_thread(void) {
    sigset_t broken_pipe;
    sigemptyset(&broken_pipe);
    sigaddset(&broken_pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &broken_pipe, NULL);
}

void *clockify_curl_multi_make(long connections_per_host) {
    void *multi = curl.multi_init();
    if (multi != NULL) curl.multi_setopt(multi, CLOCKIFY_CURL_MULTI_MAX_HOST_CONNECTIONS, connections_per_host);
    return multi;
}

void clockify_curl_multi_free(void *multi) { curl.multi_cleanup(multi); }
bool clockify_curl_multi_add(void *multi, void *easy) { return curl.multi_add_handle(multi, easy) == 0; }
void clockify_curl_multi_remove(void *multi, void *easy) { curl.multi_remove_handle(multi, easy); }

void clockify_curl_multi_perform(void *multi) {
    int running = 0;
    curl.multi_perform(multi, &running);
}

void clockify_curl_multi_wait(void *multi) {
    // Almost the longest timeout that an int allows. libcurl returns earlier if one of its own timers expires.
    curl.multi_poll(multi, NULL, 0, 1 << 30, NULL);
}

void clockify_curl_multi_wake(void *multi) { curl.multi_wakeup(multi); }

void *clockify_curl_multi_next_ended(void *multi, long *code) {
    int waiting = 0;
    curl_message *message;
    while ((message = curl.multi_info_read(multi, &waiting)) != NULL) {
        if (message->kind != CURLMSG_DONE) continue;
        *code = message->data.code;
        return message->easy;
    }
    return NULL;
}

// zlib's stream, as declared in its stable interface.
typedef struct {
    const uint8_t *next_in;
    unsigned int avail_in;
    unsigned long total_in;
    uint8_t *next_out;
    unsigned int avail_out;
    unsigned long total_out;
    const char *message;
    void *state;
    void *(*allocate)(void *, unsigned int, unsigned int);
    void (*release)(void *, void *);
    void *opaque;
    int data_type;
    unsigned long adler;
    unsigned long reserved;
} zlib_stream;

enum { Z_NO_FLUSH = 0, Z_OK = 0, Z_STREAM_END = 1, Z_BUF_ERROR = -5, WINDOW_BITS_OF_GZIP_OR_ZLIB = 15 + 32 };

static struct {
    const char *(*version)(void);
    int (*init)(zlib_stream *, int, const char *, int);
    int (*run)(zlib_stream *, int);
    int (*reset)(zlib_stream *);
    int (*end)(zlib_stream *);
} zlib;

static bool zlib_is_loaded = false;
static pthread_once_t zlib_once = PTHREAD_ONCE_INIT;

static void load_zlib(void) {
    void *library = dlopen("libz.so.1", RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) return;
    zlib_is_loaded = find(library, "zlibVersion", &zlib.version) && find(library, "inflateInit2_", &zlib.init)
        && find(library, "inflate", &zlib.run) && find(library, "inflateReset", &zlib.reset) && find(library, "inflateEnd", &zlib.end);
}

bool clockify_inflation_is_possible(void) {
    pthread_once(&zlib_once, load_zlib);
    return zlib_is_loaded;
}

struct clockify_inflation {
    zlib_stream stream;
};

clockify_inflation *clockify_inflation_make(void) {
    if (!clockify_inflation_is_possible()) return NULL;
    clockify_inflation *inflation = calloc(1, sizeof(clockify_inflation));
    if (inflation == NULL) return NULL;
    if (zlib.init(&inflation->stream, WINDOW_BITS_OF_GZIP_OR_ZLIB, zlib.version(), (int)sizeof(zlib_stream)) == Z_OK) return inflation;
    free(inflation);
    return NULL;
}

void clockify_inflation_free(clockify_inflation *inflation) {
    zlib.end(&inflation->stream);
    free(inflation);
}

bool clockify_inflation_reset(clockify_inflation *inflation) { return zlib.reset(&inflation->stream) == Z_OK; }

int clockify_inflation_run(
    clockify_inflation *inflation, const uint8_t *input, size_t *input_count, uint8_t *output, size_t *output_count) {
    zlib_stream *stream = &inflation->stream;
    // The stream counts in unsigned ints; pieces are smaller.
    stream->next_in = input;
    stream->avail_in = (unsigned int)*input_count;
    stream->next_out = output;
    stream->avail_out = (unsigned int)*output_count;
    int result = zlib.run(stream, Z_NO_FLUSH);
    *input_count -= stream->avail_in;
    *output_count -= stream->avail_out;
    if (result == Z_STREAM_END) return CLOCKIFY_INFLATION_ENDED;
    return result == Z_OK || result == Z_BUF_ERROR ? CLOCKIFY_INFLATION_GOES_ON : CLOCKIFY_INFLATION_FAILED;
}

#else

// Other platforms use URLSession. If the version is NULL, no other function is called.
const char *clockify_curl_version(void) { return NULL; }
bool clockify_inflation_is_possible(void) { return false; }

#endif
