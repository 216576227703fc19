// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <QByteArray>
#include <QStringView>
#include <QUuid>

#include <functional>
#include <memory>

namespace crema::platform {

enum class LogLevel { Debug, Info, Warning, Severe };

/// The members of one log line, written as JSON while they are added. Names are snake_case literals. Never add
/// secrets, tokens, names, mail addresses or anything else that tells who a person is; ids are fine.
class LogFields
{
public:
    LogFields &add(const char *name, QStringView value);
    LogFields &add(const char *name, QByteArrayView utf8);
    LogFields &add(const char *name, std::int64_t value);
    LogFields &add(const char *name, const QUuid &value);

    [[nodiscard]] const QByteArray &text() const { return m_text; }

private:
    void begin(const char *name);

    QByteArray m_text;
};

/// Log lines as JSON objects, one a line: time, level, event, then the fields. Any thread may write.
/// Info lines are buffered until flush(); warnings and worse go out at once.
class Log
{
public:
    using Sink = std::function<void(QByteArrayView line)>;

    /// Lines below `level` are dropped. They go to stderr.
    explicit Log(const Clock &clock, LogLevel level = LogLevel::Info);
    /// Lines go to the sink, without their line end; the sink is called by one thread at a time.
    Log(const Clock &clock, LogLevel level, Sink sink);
    ~Log();
    Log(const Log &) = delete;
    Log &operator=(const Log &) = delete;

    [[nodiscard]] bool takes(LogLevel level) const { return level >= m_level; }
    /// `event` is a stable lower-case name with dots: "http.request".
    void write(LogLevel level, const char *event, const LogFields &fields = {});
    void flush();

private:
    class Impl;
    const Clock &m_clock;
    LogLevel m_level;
    std::unique_ptr<Impl> m_impl;
};

} // namespace crema::platform
