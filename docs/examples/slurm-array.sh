#!/bin/sh
# A reprocessing as an array job of 16 tasks: `sbatch slurm-array.sh`. Each task begins with its own sixteenth, then takes what
# no living task works on. A task that is killed, requeued or never started costs time and no product; the same job again does
# what is left, and nothing where nothing is.
#SBATCH --job-name=jumelles
#SBATCH --array=1-16
#SBATCH --cpus-per-task=4
#SBATCH --mem=8G
#SBATCH --time=12:00:00
#SBATCH --requeue

# A folder that all nodes see (NFS 4 or a cluster file system, for its locks), and a catalogue in PostgreSQL: with SQLite all
# tasks must be on one node. ~/.pgpass keeps the password.
ARCHIVE=${ARCHIVE:-/projects/mars/archive}
CATALOGUE=${CATALOGUE:-jdbc:postgresql://catalogue.example.org/mars?user=mars}

exec jumelles process --archive "$ARCHIVE" --catalogue "$CATALOGUE" \
  --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" --mission seis
