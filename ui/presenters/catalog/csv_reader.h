// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

class QIODevice;

namespace crema::presenters {

/// How much of a file is held at once, so that no file can fill the memory.
struct CsvLimits {
    qsizetype recordBytes = 1024 * 1024;
    qsizetype fieldBytes = 64 * 1024;
    qsizetype fields = 256;
};

/// One record of the file: its fields, or why it cannot be read.
struct CsvRecord {
    std::int64_t line = 0; ///< of its first byte, from 1
    QStringList fields;    ///< empty when `problem` is set
    std::optional<Problem> problem;
};

/// Reads comma-separated values as RFC 4180 describes them, strictly: a quote only around a whole field and doubled
/// inside one, UTF-8 (a byte order mark at the start is skipped), line ends CR LF or LF. A record that breaks a rule
/// is answered with its problem (`csv.quote`, `csv.text_after_quote`, `csv.unclosed_quote`, `csv.encoding`,
/// `csv.control_character`, `csv.field_too_long`, `csv.record_too_long`, `csv.too_many_fields`) and reading goes on at
/// the next line; nothing is dropped in silence but empty lines. Semicolons or tabs separate instead when the first
/// line holds no comma but one of them: spreadsheets write such files in half of Europe.
class CsvReader
{
public:
    /// `device` is open for reading and outlives the reader; it may be sequential.
    explicit CsvReader(QIODevice &device, const CsvLimits &limits = {});

    /// The next record, or nothing at the end of the file.
    [[nodiscard]] std::optional<CsvRecord> next();

    /// Bytes of the device read so far, for progress.
    [[nodiscard]] qint64 bytesRead() const { return m_bytesRead; }

private:
    bool readMore();
    void startOfFile();
    void skipEmptyLines();
    /// Behind a record that outgrew the limit: what is left of its line.
    void skipRestOfLine();
    CsvRecord take(qsizetype bytes, CsvRecord record);

    QIODevice &m_device;
    CsvLimits m_limits;
    QByteArray m_buffer;
    qsizetype m_start = 0; ///< of the next record in m_buffer
    std::int64_t m_line = 1;
    qint64 m_bytesRead = 0;
    char m_separator = ',';
    bool m_inMidLine = false;
    bool m_started = false;
    bool m_atEnd = false;
};

} // namespace crema::presenters
