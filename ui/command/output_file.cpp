// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/output_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::OutputFile)
};

tl::unexpected<Problem> unreadable(const QString &path, const QString &reason)
{
    return failure(ProblemKind::Device, u"file.unreadable"_s, Texts::tr("\"%1\" cannot be read: %2.").arg(path, reason),
                   Texts::tr("Make room where temporary files lie, or name a file instead of \"-\"."));
}

} // namespace

Result<OutputFile> OutputFile::make(const CommandEnvironment &environment, const QString &typed)
{
    OutputFile file;
    if (typed != u"-") {
        file.m_path = QFileInfo(environment.pathOf(typed)).absoluteFilePath();
        return file;
    }
    file.m_folder = std::make_unique<QTemporaryDir>();
    if (!file.m_folder->isValid())
        return unreadable(file.m_folder->path(), file.m_folder->errorString());
    file.m_path = file.m_folder->filePath(u"output"_s);
    return file;
}

Result<Answer> OutputFile::answer() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(m_path, file.errorString());
    return Answer{.shape = Answer::Shape::Text, .text = file.readAll()};
}

} // namespace crema::command
