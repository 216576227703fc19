// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/base/log.h"

#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <mutex>

namespace crema::platform {
namespace {

void appendEscaped(QByteArray &text, QByteArrayView utf8)
{
    constexpr char hex[] = "0123456789abcdef";
    for (const char c : utf8) {
        const auto value = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            text += '\\';
            text += c;
        } else if (value < 0x20 || value == 0x7f) {
            text += "\\u00";
            text += hex[value >> 4];
            text += hex[value & 0xf];
        } else {
            text += c;
        }
    }
}

spdlog::level::level_enum spdlogLevel(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug: return spdlog::level::debug;
    case LogLevel::Info: return spdlog::level::info;
    case LogLevel::Warning: return spdlog::level::warn;
    case LogLevel::Severe: return spdlog::level::err;
    }
    Q_UNREACHABLE();
}

const char *levelName(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug: return "debug";
    case LogLevel::Info: return "info";
    case LogLevel::Warning: return "warning";
    case LogLevel::Severe: return "severe";
    }
    Q_UNREACHABLE();
}

class FunctionSink final : public spdlog::sinks::base_sink<std::mutex>
{
public:
    explicit FunctionSink(Log::Sink target) : m_sink(std::move(target)) {}

private:
    void sink_it_(const spdlog::details::log_msg &message) override
    {
        m_sink(QByteArrayView(message.payload.data(), static_cast<qsizetype>(message.payload.size())));
    }
    void flush_() override {}

    Log::Sink m_sink;
};

// Gathers lines so that a busy door costs one write for many of them.
class BufferedStderrSink final : public spdlog::sinks::base_sink<std::mutex>
{
public:
    ~BufferedStderrSink() override { flush_(); }

private:
    static constexpr std::size_t bound = 64 * 1024;

    void sink_it_(const spdlog::details::log_msg &message) override
    {
        m_buffer.append(message.payload.data(), message.payload.size());
        m_buffer += '\n';
        if (m_buffer.size() >= bound)
            flush_();
    }

    void flush_() override
    {
        std::fwrite(m_buffer.data(), 1, m_buffer.size(), stderr);
        std::fflush(stderr);
        m_buffer.clear();
    }

    std::string m_buffer;
};

} // namespace

void LogFields::begin(const char *name)
{
    m_text += ",\"";
    m_text += name;
    m_text += "\":";
}

LogFields &LogFields::add(const char *name, QStringView value)
{
    return add(name, QByteArrayView(value.toUtf8()));
}

LogFields &LogFields::add(const char *name, QByteArrayView utf8)
{
    begin(name);
    m_text += '"';
    appendEscaped(m_text, utf8);
    m_text += '"';
    return *this;
}

LogFields &LogFields::add(const char *name, std::int64_t value)
{
    begin(name);
    m_text += QByteArray::number(qlonglong(value));
    return *this;
}

LogFields &LogFields::add(const char *name, const QUuid &value)
{
    begin(name);
    m_text += '"';
    m_text += value.toByteArray(QUuid::WithoutBraces);
    m_text += '"';
    return *this;
}

class Log::Impl
{
public:
    explicit Impl(spdlog::sink_ptr sink) : logger("crema", std::move(sink))
    {
        logger.set_level(spdlog::level::trace);
        logger.flush_on(spdlog::level::warn);
    }

    spdlog::logger logger;
};

Log::Log(const Clock &clock, LogLevel level)
    : m_clock(clock), m_level(level), m_impl(std::make_unique<Impl>(std::make_shared<BufferedStderrSink>()))
{}

Log::Log(const Clock &clock, LogLevel level, Sink sink)
    : m_clock(clock), m_level(level), m_impl(std::make_unique<Impl>(std::make_shared<FunctionSink>(std::move(sink))))
{}

Log::~Log() = default;

void Log::write(LogLevel level, const char *event, const LogFields &fields)
{
    if (!takes(level))
        return;
    QByteArray line;
    line.reserve(96 + fields.text().size());
    line += "{\"time\":\"";
    line += m_clock.now().toString().toLatin1();
    line += "\",\"level\":\"";
    line += levelName(level);
    line += "\",\"event\":\"";
    line += event;
    line += '"';
    line += fields.text();
    line += '}';
    m_impl->logger.log(spdlogLevel(level),
                       spdlog::string_view_t(line.constData(), static_cast<std::size_t>(line.size())));
}

void Log::flush()
{
    m_impl->logger.flush();
}

} // namespace crema::platform
