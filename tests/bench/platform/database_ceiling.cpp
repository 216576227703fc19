// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/platform/database_ceiling.h"

#include "platform/database/statements.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QUuid>

#include <cstdio>

namespace crema::bench {
namespace {

constexpr int spareMs = 10'000;

QByteArray literal(const QVariant &value)
{
    if (value.typeId() == QMetaType::Int)
        return QByteArray::number(value.toInt());
    if (value.typeId() == QMetaType::QUuid)
        return '\'' + value.toUuid().toByteArray(QUuid::WithoutBraces) + '\'';
    return '\'' + value.toString().replace(u'\'', QStringLiteral("''")).toUtf8() + '\'';
}

/// What stands for parameter `index`: picked by pgbench's variable n where the choices differ.
QByteArray parameterOf(const QList<QVariantList> &choices, qsizetype index)
{
    QByteArrayList literals;
    for (const QVariantList &choice : choices)
        literals.append(literal(choice[index]));
    if (literals.count(literals.constFirst()) == literals.size())
        return literals.constFirst();
    const bool isId = choices.constFirst()[index].typeId() == QMetaType::QUuid;
    return "(array[" + literals.join(',') + "]::" + (isId ? "uuid" : "text") + "[])[:n]";
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

QByteArray scriptOf(const char *name, const QList<QVariantList> &choices)
{
    QByteArray text = withoutComments(platform::statementText(name));
    // From the last one, so that $1 does not stand for the beginning of $10.
    for (qsizetype i = choices.constFirst().size(); i > 0; --i)
        text.replace('$' + QByteArray::number(i), parameterOf(choices, i - 1));
    return "\\set n random(1, " + QByteArray::number(choices.size()) + ")\n" + text + ";\n";
}

std::optional<Speed> ceilingOf(const QString &socketFolder, const QByteArray &script, int clients, int seconds)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("script.sql")));
    if (!file.open(QIODevice::WriteOnly) || file.write(script) != script.size())
        return std::nullopt;
    file.close();
    const QStringList arguments{QStringLiteral("-n"),
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
                                QStringLiteral("crema"),
                                QStringLiteral("-f"),
                                file.fileName(),
                                QStringLiteral("crema")};
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    // As the platform's sessions do: planning anew for each value would make the limit slower.
    environment.insert(QStringLiteral("PGOPTIONS"), QStringLiteral("-c plan_cache_mode=force_generic_plan"));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral("pgbench"), arguments);
    if (!process.waitForFinished(seconds * 1000 + spareMs) || process.exitCode() != 0) {
        process.kill();
        process.waitForFinished();
        std::fputs(process.readAllStandardError().constData(), stderr);
        return std::nullopt;
    }
    return speedOf(readLatencies(folder.path()), seconds);
}

} // namespace crema::bench
