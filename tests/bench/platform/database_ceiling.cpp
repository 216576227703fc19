// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/platform/database_ceiling.h"

#include "platform/database/statements.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QVariant>

#include <cstdio>

namespace crema::bench {
namespace {

constexpr int spareMs = 10'000;

QByteArray literal(const QVariant &value)
{
    if (value.typeId() == QMetaType::Int)
        return QByteArray::number(value.toInt());
    return '\'' + value.toString().replace(u'\'', QStringLiteral("''")).toUtf8() + '\'';
}

QByteArray withoutComments(const QByteArray &text)
{
    QByteArray kept;
    for (const QByteArray &line : text.split('\n')) {
        if (!line.startsWith("--"))
            kept += line + '\n';
    }
    return kept.trimmed();
}

/// pgbench writes a line for each transaction: client, number, microseconds, …
std::vector<double> readLatencies(const QString &folder)
{
    std::vector<double> ms;
    const QStringList names = QDir(folder).entryList({QStringLiteral("log.*")}, QDir::Files);
    for (const QString &name : names) {
        QFile file(folder + QLatin1Char('/') + name);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        while (!file.atEnd()) {
            const QByteArrayList fields = file.readLine().split(' ');
            if (fields.size() > 2)
                ms.push_back(fields[2].toDouble() / 1000);
        }
    }
    return ms;
}

} // namespace

QByteArray filledStatement(const char *name, const QVariantList &values)
{
    QByteArray text = withoutComments(platform::statementText(name));
    // From the last one, so that $1 does not stand for the beginning of $10.
    for (qsizetype i = values.size(); i > 0; --i)
        text.replace('$' + QByteArray::number(i), literal(values[i - 1]));
    return text + ";\n";
}

std::optional<Speed> ceilingOf(const QString &socketFolder, const QByteArrayList &statements, int clients, int seconds)
{
    const QTemporaryDir folder;
    QStringList arguments{QStringLiteral("-n"),
                          QStringLiteral("-M"),
                          QStringLiteral("prepared"),
                          QStringLiteral("-j"),
                          QStringLiteral("1"),
                          QStringLiteral("-c"),
                          QString::number(clients),
                          QStringLiteral("-T"),
                          QString::number(seconds),
                          QStringLiteral("-l"),
                          QStringLiteral("--log-prefix=") + folder.filePath(QStringLiteral("log")),
                          QStringLiteral("-h"),
                          socketFolder,
                          QStringLiteral("-U"),
                          QStringLiteral("crema")};
    for (qsizetype i = 0; i < statements.size(); ++i) {
        QFile file(folder.filePath(QStringLiteral("statement%1.sql").arg(i)));
        if (!file.open(QIODevice::WriteOnly))
            return std::nullopt;
        file.write(statements[i]);
        arguments += {QStringLiteral("-f"), file.fileName()};
    }
    QProcess process;
    process.start(QStringLiteral("pgbench"), arguments + QStringList{QStringLiteral("crema")});
    if (!process.waitForFinished(seconds * 1000 + spareMs) || process.exitCode() != 0) {
        process.kill();
        process.waitForFinished();
        std::fputs(process.readAllStandardError().constData(), stderr);
        return std::nullopt;
    }
    return speedOf(readLatencies(folder.path()), seconds);
}

} // namespace crema::bench
