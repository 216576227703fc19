// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/catalog/csv_reader.h"

#include "ui/presenters/catalog/csv_record_parser.h"

#include <QIODevice>

namespace crema::presenters {
namespace {

constexpr qint64 chunkBytes = 64 * 1024;

} // namespace

CsvReader::CsvReader(QIODevice &device, const CsvLimits &limits) : m_device(device), m_limits(limits) {}

std::optional<CsvRecord> CsvReader::next()
{
    if (!m_started)
        startOfFile();
    if (m_inMidLine)
        skipRestOfLine();
    skipEmptyLines();
    if (m_start >= m_buffer.size())
        return std::nullopt;
    while (true) {
        const QByteArrayView rest = QByteArrayView(m_buffer).sliced(m_start);
        CsvParse parse = parseCsvRecord(rest, m_atEnd, m_separator, m_limits);
        if (parse.state == CsvParse::State::Complete) {
            m_inMidLine = rest[parse.consumed - 1] != '\n';
            return take(parse.consumed, {m_line, std::move(parse.fields), std::move(parse.problem)});
        }
        // Twice as much as before, so that a long record is not read over and over.
        const qsizetype wanted = 2 * rest.size();
        while (readMore() && m_buffer.size() - m_start < wanted)
            ;
    }
}

CsvRecord CsvReader::take(qsizetype bytes, CsvRecord record)
{
    m_line += QByteArrayView(m_buffer).sliced(m_start, bytes).count('\n');
    m_start += bytes;
    return record;
}

bool CsvReader::readMore()
{
    if (m_atEnd)
        return false;
    if (m_start > 0) {
        m_buffer.remove(0, m_start);
        m_start = 0;
    }
    const QByteArray chunk = m_device.read(chunkBytes);
    m_bytesRead += chunk.size();
    m_buffer.append(chunk);
    m_atEnd = chunk.isEmpty();
    return !m_atEnd;
}

void CsvReader::startOfFile()
{
    m_started = true;
    while (m_buffer.size() < m_limits.fieldBytes && !m_buffer.contains('\n') && readMore())
        ;
    if (m_buffer.startsWith("\xEF\xBB\xBF"))
        m_start = 3;
    const qsizetype lineEnd = m_buffer.indexOf('\n');
    const QByteArrayView line =
        QByteArrayView(m_buffer).sliced(m_start, (lineEnd < 0 ? m_buffer.size() : lineEnd) - m_start);
    if (line.contains(','))
        return;
    if (line.contains(';'))
        m_separator = ';';
    else if (line.contains('\t'))
        m_separator = '\t';
}

void CsvReader::skipRestOfLine()
{
    m_inMidLine = false;
    qsizetype lineEnd = m_buffer.indexOf('\n', m_start);
    while (lineEnd < 0) {
        m_start = m_buffer.size();
        if (!readMore())
            return;
        lineEnd = m_buffer.indexOf('\n', m_start);
    }
    m_start = lineEnd + 1;
    ++m_line;
}

void CsvReader::skipEmptyLines()
{
    while (true) {
        while (m_start + 1 >= m_buffer.size() && readMore())
            ;
        const QByteArrayView rest = QByteArrayView(m_buffer).sliced(m_start);
        if (rest.startsWith("\r\n"))
            m_start += 2;
        else if (rest.startsWith('\n'))
            m_start += 1;
        else
            return;
        ++m_line;
    }
}

} // namespace crema::presenters
