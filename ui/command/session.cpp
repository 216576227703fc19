// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/session.h"

#include "ui/command/display_text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::Session)
};

constexpr qint64 secretLimit = 4096;
constexpr qint64 spoolPart = 65'536;

QString withoutLineEnd(QByteArray bytes)
{
    while (bytes.endsWith('\n') || bytes.endsWith('\r'))
        bytes.chop(1);
    return QString::fromUtf8(bytes);
}

} // namespace

Session::Session(const Grammar &grammar, Invocation invocation, CommandEnvironment &environment, HeardAnswers heard)
    : m_grammar(grammar), m_invocation(std::move(invocation)), m_environment(environment), m_heard(std::move(heard))
{}

QCoro::Task<Result<presenters::Services *>> Session::services(StoreAccess access) const
{
    return m_environment.openServices(access);
}

void Session::say(const QString &line) const
{
    if (!m_invocation.has(u"quiet"))
        m_environment.writeError(printableLines(line).toUtf8() + '\n');
}

void Session::showProgress(const QString &text)
{
    if (m_invocation.has(u"quiet"))
        return;
    m_progressShown = true;
    m_environment.writeError('\r' + printableLines(text).toUtf8());
}

void Session::endProgress()
{
    if (m_progressShown)
        m_environment.writeError("\r" + QByteArray(m_environment.columns - 1, ' ') + '\r');
    m_progressShown = false;
}

bool Session::mayAsk() const
{
    return m_environment.inputIsTerminal && !m_invocation.has(u"no-input");
}

Result<void> Session::confirm(const QString &question)
{
    if (m_heard.yes || m_invocation.has(u"yes"))
        return {};
    if (!mayAsk())
        return failure(ProblemKind::Invalid, u"input.needs_yes"_s,
                       Texts::tr("This needs a yes, and nobody can be asked here."),
                       Texts::tr("Add --yes, or --dry-run to see what would be done."));
    m_heard.yes = m_environment.askYesNo(question);
    if (m_heard.yes)
        return {};
    return failure(ProblemKind::Failed, u"input.declined"_s, Texts::tr("Nothing was done: the answer was no."));
}

Result<QString> Session::secret(QStringView flag, const QString &variable, const QString &prompt)
{
    if (const auto heard = m_heard.secrets.constFind(flag.toString()); heard != m_heard.secrets.constEnd())
        return *heard;
    Result<QString> asked = askedSecret(flag, variable, prompt);
    if (asked)
        m_heard.secrets.insert(flag.toString(), *asked);
    return asked;
}

Result<QString> Session::askedSecret(QStringView flag, const QString &variable, const QString &prompt) const
{
    if (const std::optional<QString> path = m_invocation.text(flag)) {
        // Of standard input a line each: a verb may need several secrets.
        const bool isLine = *path == u"-" && m_environment.input;
        const Result<QByteArray> bytes =
            isLine ? m_environment.input->readLine(secretLimit) : readFile(*path, secretLimit);
        if (!bytes)
            return failure(bytes.error());
        const QString line = withoutLineEnd(*bytes);
        if (line.isEmpty())
            return failure(ProblemKind::Invalid, u"input.secret_missing"_s, Texts::tr("\"%1\" is empty.").arg(*path),
                           Texts::tr("Write the secret into it, on one line."));
        return line;
    }
    if (const QString value = m_environment.variable(variable); !value.isEmpty())
        return value;
    if (mayAsk())
        return m_environment.askSecret(prompt);
    return failure(ProblemKind::Invalid, u"input.secret_missing"_s,
                   Texts::tr("%1 is needed, and nobody can be asked here.").arg(prompt),
                   Texts::tr("Give --%1 FILE (\"-\" reads standard input), or set %2.").arg(flag, variable));
}

Result<QByteArray> Session::readFile(const QString &path, qint64 limit) const
{
    QFile file(m_environment.pathOf(path));
    QIODevice *device = path == u"-" ? m_environment.input : &file;
    if (device == &file && !file.open(QIODevice::ReadOnly))
        return failure(ProblemKind::NotFound, u"file.unreadable"_s,
                       Texts::tr("\"%1\" cannot be read: %2.").arg(path, file.errorString()),
                       Texts::tr("Check the path and that you may read the file."));
    if (!device)
        return failure(ProblemKind::Failed, u"file.unreadable"_s, Texts::tr("There is no standard input to read."),
                       Texts::tr("Give the file by its path instead of \"-\"."));
    QByteArray bytes;
    while (bytes.size() <= limit) {
        const QByteArray part = device->read(limit + 1 - bytes.size());
        if (part.isEmpty())
            return bytes;
        bytes += part;
    }
    return failure(ProblemKind::Invalid, u"file.too_large"_s,
                   Texts::tr("\"%1\" holds more than %2 bytes.").arg(path, QString::number(limit)),
                   Texts::tr("Check that it is the right file."));
}

Result<QString> Session::inputFile()
{
    if (m_input)
        return m_input->fileName();
    auto spool = std::make_unique<QTemporaryFile>();
    QIODevice *input = m_environment.input;
    if (!input || !spool->open())
        return failure(ProblemKind::Failed, u"file.unreadable"_s, Texts::tr("Standard input cannot be read."),
                       Texts::tr("Give the file by its path."));
    for (QByteArray part = input->read(spoolPart); !part.isEmpty(); part = input->read(spoolPart)) {
        if (spool->write(part) != part.size())
            return failure(
                ProblemKind::Device, u"file.unwritable"_s,
                Texts::tr("The temporary file for standard input cannot be written: %1.").arg(spool->errorString()),
                Texts::tr("Make room on the disk, or give the file by its path."));
    }
    if (!spool->flush())
        return failure(
            ProblemKind::Device, u"file.unwritable"_s,
            Texts::tr("The temporary file for standard input cannot be written: %1.").arg(spool->errorString()),
            Texts::tr("Make room on the disk, or give the file by its path."));
    m_input = std::move(spool);
    return m_input->fileName();
}

HandedVerb Session::handed(const QStringList &arguments) const
{
    HandedVerb verb;
    verb.arguments = arguments;
    verb.folder = m_environment.folder.isEmpty() ? QDir::currentPath() : m_environment.folder;
    verb.inputFile = m_input ? m_input->fileName() : QString();
    verb.heard = m_heard;
    verb.locale = m_environment.locale.name();
    verb.columns = m_environment.columns;
    verb.outputIsTerminal = m_environment.outputIsTerminal;
    verb.errorIsTerminal = m_environment.errorIsTerminal;
    for (const QString &name : HandedVerb::variableNames())
        verb.variables.insert(name, m_environment.variable(name));
    return verb;
}

} // namespace crema::command
