// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/system_serial_line.h"

#include <QCoreApplication>
#include <QDir>
#include <QEvent>
#include <QFile>
#include <QFileInfo>
#include <QSerialPort>
#include <QSerialPortInfo>

#include <unistd.h>

namespace crema {

namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::SystemSerialLine)
};

/// No more of what comes is held; the rest waits in the kernel.
constexpr qint64 heldBytes = 4'096;

const QString namedPorts = u"/dev/serial/by-id"_s;

/// The name that udev gives a port by what is plugged in, which stays the same wherever and whenever it is.
QString lastingPath(const QString &path)
{
    for (const QFileInfo &link : QDir(namedPorts).entryInfoList(QDir::System | QDir::Files, QDir::Name)) {
        if (link.canonicalFilePath() == path)
            return link.absoluteFilePath();
    }
    return path;
}

/// "crema-desktop (4711)": whoever has put its number into a lock file of this port, as all programs do that heed the
/// Filesystem Hierarchy Standard (5.9, /var/lock). QSerialPort looks for a place in this order.
QString holderOf(const QString &port)
{
    const QString name = u"LCK.."_s + QString(port).remove(u"/dev/"_s).replace(u'/', u'_');
    for (const QString &folder : {u"/var/lock"_s, u"/etc/locks"_s, u"/var/spool/locks"_s, u"/var/spool/uucp"_s,
                                  u"/tmp"_s, u"/var/tmp"_s, u"/run/lock"_s}) {
        QFile lock(folder + u'/' + name);
        if (!lock.open(QIODevice::ReadOnly))
            continue;
        const qint64 process = lock.readLine(64).trimmed().toLongLong();
        QFile command(u"/proc/%1/comm"_s.arg(process));
        if (process > 0 && command.open(QIODevice::ReadOnly))
            return u"%1 (%2)"_s.arg(QString::fromLocal8Bit(command.readLine(64)).trimmed()).arg(process);
    }
    return {};
}

tl::unexpected<Problem> absent(const QString &path)
{
    return failure(ProblemKind::Device, u"serial.absent"_s, Texts::tr("There is no serial scanner at %1.").arg(path),
                   Texts::tr("Plug it in and switch it on; it is taken by itself then."));
}

tl::unexpected<Problem> forbidden(const QString &path)
{
    return failure(ProblemKind::Device, u"serial.forbidden"_s,
                   Texts::tr("You may not read from the serial port %1.").arg(path),
                   Texts::tr("Whoever manages this computer adds you to the group dialout (sudo usermod -aG dialout "
                             "NAME); sign in anew after that."));
}

tl::unexpected<Problem> busy(const QString &path, const QString &holder)
{
    const QString who = holder.isEmpty() ? Texts::tr("Another program") : holder;
    return failure(ProblemKind::Device, u"serial.busy"_s,
                   Texts::tr("%1 has the serial scanner at %2.", "a program and a port").arg(who, path),
                   Texts::tr("End it there, or scan there. The scanner is taken by itself once it is free."));
}

/// `path` is what was asked for, `real` where it leads to.
tl::unexpected<Problem> whyNot(const QSerialPort &port, const QString &path, const QString &real)
{
    switch (port.error()) {
    case QSerialPort::DeviceNotFoundError: return absent(path);
    case QSerialPort::PermissionError:
        // QSerialPort says the same of a port that is locked and of one that is not ours to read.
        if (::access(QFile::encodeName(real).constData(), R_OK) == 0)
            return busy(path, holderOf(real));
        return forbidden(path);
    default:
        return failure(ProblemKind::Device, u"serial.failed"_s,
                       Texts::tr("The serial port %1 cannot be used: %2.").arg(path, port.errorString()),
                       Texts::tr("Look whether it is the port of the scanner. It is tried again."));
    }
}

void setFrame(QSerialPort &port, const QString &frame)
{
    port.setDataBits(frame.startsWith(u'7') ? QSerialPort::Data7 : QSerialPort::Data8);
    const QChar parity = frame.at(1);
    port.setParity(parity == u'E'   ? QSerialPort::EvenParity
                   : parity == u'O' ? QSerialPort::OddParity
                                    : QSerialPort::NoParity);
    port.setStopBits(frame.endsWith(u'2') ? QSerialPort::TwoStop : QSerialPort::OneStop);
}

} // namespace

SystemSerialLine::SystemSerialLine() = default;

SystemSerialLine::~SystemSerialLine()
{
    close();
}

void SystemSerialLine::Later::operator()(QSerialPort *port) const
{
    port->disconnect();
    QCoreApplication::removePostedEvents(port, QEvent::MetaCall);
    port->close();
    port->deleteLater();
}

QList<SerialDevice> SystemSerialLine::devices() const
{
    QList<SerialDevice> devices;
    for (const QSerialPortInfo &info : QSerialPortInfo::availablePorts()) {
        const QStringList words{info.manufacturer(), info.description()};
        devices.append({lastingPath(info.systemLocation()), words.join(u' ').simplified()});
    }
    return devices;
}

Result<void> SystemSerialLine::open(const SerialSetup &setup, SerialListener &listener)
{
    close();
    // Links lead to the same port: its lock goes by the real name.
    const QString real = QFileInfo(setup.path).canonicalFilePath();
    if (real.isEmpty())
        return absent(setup.path);
    std::unique_ptr<QSerialPort, Later> port(new QSerialPort);
    port->setPortName(real);
    port->setBaudRate(setup.baud);
    setFrame(*port, setup.frame);
    port->setFlowControl(QSerialPort::NoFlowControl);
    port->setReadBufferSize(heldBytes);
    if (!port->open(QIODevice::ReadOnly))
        return whyNot(*port, setup.path, real);
    // What was scanned while nobody listened is not sold now.
    port->clear(QSerialPort::Input);
    // By the event loop: what is done with a code or a lost line may close the port.
    QSerialPort *opened = port.get();
    QObject::connect(
        opened, &QSerialPort::readyRead, opened, [this, opened, &listener] { readFrom(*opened, listener); },
        Qt::QueuedConnection);
    QObject::connect(
        opened, &QSerialPort::errorOccurred, opened,
        [this, opened, &listener](QSerialPort::SerialPortError error) {
            if (error == QSerialPort::NoError || m_port.get() != opened)
                return;
            readFrom(*opened, listener);
            if (m_port.get() != opened)
                return;
            close();
            listener.lineLost();
        },
        Qt::QueuedConnection);
    m_port = std::move(port);
    return {};
}

void SystemSerialLine::close()
{
    m_port.reset();
}

void SystemSerialLine::readFrom(QSerialPort &port, SerialListener &listener)
{
    if (m_port.get() != &port)
        return;
    const QByteArray bytes = port.readAll();
    if (!bytes.isEmpty())
        listener.bytesCame(bytes);
}

} // namespace crema
